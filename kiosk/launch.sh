#!/bin/sh
# Starts the browser full screen, with nothing around the page. It is started again by systemd whenever it ends.
set -eu

address="${KIOSK_ADDRESS:-http://localhost:8080/kiosk/}"
profile="${KIOSK_PROFILE:-$HOME/.local/share/two-steps-kiosk}"
browser="${KIOSK_BROWSER:-$(command -v chromium || command -v chromium-browser || true)}"
if [ -z "$browser" ]; then
  echo "There is no Chromium. Install it (apt install chromium), or name a browser in KIOSK_BROWSER." >&2
  exit 1
fi
mkdir -p "$profile/Default"

# The server comes up beside us: a page that cannot be reached would stay on screen.
tries=0
until curl --silent --fail --output /dev/null "$address"; do
  tries=$((tries + 1))
  [ "$tries" -lt 60 ] || break
  sleep 1
done

# After a power cut Chromium would offer to bring its pages back.
if [ -f "$profile/Default/Preferences" ]; then
  sed -i 's/"exit_type":"[^"]*"/"exit_type":"Normal"/; s/"exited_cleanly":false/"exited_cleanly":true/' \
    "$profile/Default/Preferences"
fi

# --kiosk                                     full screen, without tabs, address and menu
# --app                                       one page, no new tab
# --user-data-dir                             what is counted and kept lies here, and survives an update of the system
# --no-first-run, --noerrdialogs              no welcome and no box of the browser over the page
# --disable-session-crashed-bubble            no offer to bring pages back
# --hide-crash-restore-bubble                 the same, in newer versions
# --disable-infobars                          no bar over the page
# --overscroll-history-navigation=0           a swipe from the side does not go back
# --disable-pinch                             two fingers do not enlarge the page; the timeline's own pinch stays
# --disable-features=...                      no translation, no touch-drag of words and pictures, no side swipe
# --touch-events=enabled                      touch, too, where the driver is not sure
# --password-store=basic                      no question of a key ring at the first start
# --autoplay-policy=no-user-gesture-required  reading aloud speaks at once
# --check-for-update-interval                 the system updates the browser, not the browser itself
# --disk-cache-size                           at most 50 MB beside the kept copy
exec "$browser" \
  --kiosk --app="$address" \
  --user-data-dir="$profile" \
  --no-first-run --noerrdialogs --disable-infobars \
  --disable-session-crashed-bubble --hide-crash-restore-bubble \
  --overscroll-history-navigation=0 --disable-pinch \
  --disable-features=Translate,TouchDragDrop,OverscrollHistoryNavigation,TouchpadOverscrollHistoryNavigation \
  --touch-events=enabled \
  --password-store=basic \
  --autoplay-policy=no-user-gesture-required \
  --check-for-update-interval=31536000 \
  --disk-cache-size=52428800 \
  ${KIOSK_FLAGS:-}
