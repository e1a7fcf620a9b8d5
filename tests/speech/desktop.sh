# The desktop of somebody who uses a screen reader, in the folder HOME: a display, which says its number in the file
# `display`; a window manager without keys of its own, for they are all the reader's; Orca; and the browser's command, "$@".
set -e
mkdir -m 700 "$XDG_RUNTIME_DIR"
# Orca gives up where it finds another. Here it finds none, and whoever runs this test keeps theirs.
mkdir "$HOME/bin"
ln -s /bin/false "$HOME/bin/pgrep"
PATH="$HOME/bin:$PATH"
Xvfb -displayfd 3 -screen 0 1280x900x24 -nolisten tcp 3>"$HOME/display" &
until [ -s "$HOME/display" ]; do sleep 0.1; done
DISPLAY=":$(cat "$HOME/display")"
export DISPLAY
openbox --config-file "$HOME/openbox.xml" &
orca --debug-file="$HOME/orca.log" &
# A browser tells of its pages only where it finds somebody who listens.
until grep -qs 'Screen reader on' "$HOME/orca.log"; do sleep 0.1; done
exec "$@"
