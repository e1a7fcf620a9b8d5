# The desktop of somebody who uses a screen reader, in the folder HOME, on the display DISPLAY: a window manager without
# keys of its own, for they are all the reader's; Orca; and the browser's command, "$@".
set -e
mkdir -m 700 "$XDG_RUNTIME_DIR"
# Orca gives up where it finds another. Here it finds none, and whoever runs this test keeps theirs.
mkdir "$HOME/bin"
ln -s /bin/false "$HOME/bin/pgrep"
PATH="$HOME/bin:$PATH"
openbox --config-file "$HOME/openbox.xml" --startup "touch $HOME/managed" &
# A window that opens before has a size of its own, and its lines break elsewhere.
until [ -e "$HOME/managed" ]; do sleep 0.1; done
orca --debug-file="$HOME/orca.log" &
# A browser tells of its pages only where it finds somebody who listens.
until grep -qs 'Screen reader on' "$HOME/orca.log"; do sleep 0.1; done
exec "$@"
