# Setting up: what `/setup` answers, and the names of permissions as Discord writes them.
setup-title = Tandem on this server
# $role
setup-coordinators = Coordinators: { $role }
# $role, $channel
setup-coach = Coach: { $role }; { $channel } says how many calls for support are waiting, and only that role can read them.
# $role
setup-coach-no-channel = Coach: { $role }; without a channel for the coach calls for support go to the coordinators.
setup-coach-none = Coach: none; calls for support go to the coordinators.
# $channel
setup-digest = Weekly digest: { $channel }
setup-digest-gone = The channel for the digest no longer exists. Please choose another one with the option digest; programmes that posted there follow.
setup-role-gone = A role chosen here no longer exists, so nobody can use what it was for. Please choose another one.
# $language
setup-language = Language outside programmes: { $language }
setup-permissions-complete = I have every permission I need.
# $permissions (list), $link (invitation link)
setup-permissions-missing = I still lack: { $permissions }. You can grant them in the server settings under Roles, or invite me again with this link: { $link }
setup-administrators = Please know, and tell people: the owner of the server and members with administrator rights can see every channel, those of tandems included. Discord gives no way to prevent that.
# $count (tandems that fit on this server)
setup-room =
    { $count ->
        [one] There is room for one more tandem here.
       *[other] There is room for { $count } more tandems here.
    }
setup-next = Next: a coordinator creates a programme with `/coordination programme create`.

## Permissions, as Discord names them

permission-view-channel = View Channels
permission-send-messages = Send Messages
permission-embed-links = Embed Links
permission-attach-files = Attach Files
permission-read-message-history = Read Message History
permission-add-reactions = Add Reactions
permission-manage-messages = Manage Messages
permission-pin-messages = Pin Messages
permission-manage-channels = Manage Channels
permission-manage-roles = Manage Roles
permission-connect = Connect
permission-use-application-commands = Use Application Commands
permission-move-members = Move Members
