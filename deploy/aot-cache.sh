#!/bin/sh
# Makes the ahead-of-time cache with which Java 25 or newer starts the program in half the time:
#   sh deploy/aot-cache.sh lanshao.jar lanshao.aot
# Run it where config and conversations are, as whoever may write the cache, and again after each new lanshao.jar or Java:
# a cache that does not fit is not used, and does no harm. It starts the program on an empty database of its own, which
# nobody else can reach, files a visit, and stops it; that takes a minute.
set -eu
jar=$1
cache=$2
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
dir=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2> "$dir/end"; rm -rf "$dir"' EXIT

cat > "$dir/lanshao.yaml" << SETTINGS
http: {host: 127.0.0.1, port: 0}
management: {host: 127.0.0.1, port: 0}
store: {url: "jdbc:sqlite:$dir/lanshao.db"}
data: {dir: "$dir"}
channels: {sandbox: {kind: sandbox}}
SETTINGS

"$java" -Xmx256m -XX:+UseSerialGC -Xlog:aot=error -XX:AOTCacheOutput="$cache" \
  -jar "$jar" serve --config "$dir/lanshao.yaml" > "$dir/out" 2> "$dir/log" &
server=$!
until url=$(grep -o 'http://127[^ ]*' "$dir/out"); do
  kill -0 "$server" || { cat "$dir/out" "$dir/log" >&2; rm -f "$cache"; exit 1; }
  sleep 0.1
done

printf '%s\n' 走访 石巷村 入户 3 1 无 跳过 跳过 跳过 提交 '统计 今天' 帮助 |
  "$java" -jar "$jar" chat --url "${url%/}" > "$dir/chat"

kill "$server"
wait "$server" || [ $? = 143 ]
server=
[ -s "$cache" ] || { echo "no cache was made: is $java 25 or newer?" >&2; exit 1; }
