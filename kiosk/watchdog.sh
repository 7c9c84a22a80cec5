#!/bin/sh
# Starts the browser anew when its page has said nothing for too long. Run every 30 seconds by two-steps-watchdog.timer.
set -eu

heartbeat="${KIOSK_HEARTBEAT:-$XDG_RUNTIME_DIR/two-steps-heartbeat}"
# The page says that it lives every ten seconds; a machine that has just started gets two minutes.
most="${KIOSK_SILENCE:-60}"
first="${KIOSK_FIRST:-120}"

began=$(systemctl --user show --property=ActiveEnterTimestampMonotonic --value two-steps-browser.service)
up=$(cut -d. -f1 /proc/uptime)
age=$((up - began / 1000000))
[ "$age" -ge "$first" ] || exit 0

# What the server writes is the machine's uptime, so that setting the clock does not make a living page look dead.
said=$(cat "$heartbeat" 2>/dev/null || true)
case "$said" in
  # What is no number was not written by the server.
  '' | *[!0-9]*) ;;
  *) [ $((up - said)) -gt "$most" ] || exit 0 ;;
esac
echo "The page has said nothing for more than $most seconds: the browser is started anew."
systemctl --user restart two-steps-browser.service
