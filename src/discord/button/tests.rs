use super::*;

#[test]
fn an_id_reads_back_as_what_it_was() {
    for button in [Button::TaskWorked(TaskId(12)), Button::LeaveConfirm(TandemId(i64::MAX)), Button::MyPlace]
    {
        let written = button.to_string();
        assert!(written.len() <= 100);
        assert_eq!(written.parse(), Ok(button));
    }
    for foreign in ["", "task-worked", "task-worked:x", "my-place:1", "delete-everything:1"] {
        assert_eq!(foreign.parse::<Button>(), Err(UnknownButton));
    }
}
