//! How many rooms a server still holds (D3). Discord counts every channel, categories included.

/// Channels on one server (Discord answers 30013 beyond).
pub const SERVER_HOLDS: u32 = 500;
/// Channels left to the server itself (RULES.md, D3).
pub const RESERVE: u32 = 20;
/// Channels in one category (Discord answers 50035 beyond).
pub const CATEGORY_HOLDS: u32 = 50;

/// Categories that have to be made for `rooms` more rooms, when the present ones have `places` left.
#[must_use]
pub const fn new_categories(rooms: u32, places: u32) -> u32 {
    rooms.saturating_sub(places).div_ceil(CATEGORY_HOLDS)
}

/// How many rooms can be opened on a server with `used` channels and `places` left in our categories.
#[must_use]
pub const fn room_for(used: u32, places: u32) -> u32 {
    let free = (SERVER_HOLDS - RESERVE).saturating_sub(used);
    if free <= places {
        return free;
    }
    // Beyond the places at hand, every 51 channels hold 50 rooms; a last, smaller group needs its category, too.
    let beyond = free - places;
    places
        + beyond / (CATEGORY_HOLDS + 1) * CATEGORY_HOLDS
        + (beyond % (CATEGORY_HOLDS + 1)).saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn room_for_n_is_the_largest_number_that_fits_with_its_categories() {
        for used in 0..=500 {
            for places in [0, 1, 49, 50, 120] {
                let fits =
                    |rooms: u32| used + rooms + new_categories(rooms, places) <= SERVER_HOLDS - RESERVE;
                let room = room_for(used, places);
                assert!(room == 0 || fits(room), "{used} {places} {room}");
                assert!(!fits(room + 1), "{used} {places} {room}");
            }
        }
    }

    #[test]
    fn an_empty_server_holds_about_four_hundred_and_seventy_tandems() {
        assert_eq!(room_for(0, 0), 470);
        assert_eq!(new_categories(51, 0), 2);
        assert_eq!(new_categories(50, 50), 0);
    }
}
