# Builds what ./portway starts, once, and again only when sources change. Sourced.

JARS='graph-sandbox/target/graph-sandbox.jar server/target/server.jar cli/target/cli.jar'

# A few bytes that change when anything the jars are made of changes.
fingerprint() (
    cd "$PORTWAY_HOME"
    find pom.xml .mvn ./*/pom.xml ./*/src/main -type f -exec cksum {} + | LC_ALL=C sort | cksum
)

is_built() {
    for made in $JARS; do
        [ -f "$PORTWAY_HOME/$made" ] || return 1
    done
    [ -f "$STATE/fingerprint" ] && [ "$(cat "$STATE/fingerprint")" = "$(fingerprint)" ]
}

ensure_built() {
    [ "${PORTWAY_BUILD:-}" != off ] || return 0
    ! is_built || return 0
    lock_build
    if ! is_built; then
        package
    fi
    unlock_build
}

package() {
    if [ -f "$STATE/fingerprint" ]; then
        say 'Sources changed since the last build: building.'
    else
        say 'Building Portway. The first time takes a few minutes, mostly downloads.'
    fi
    made_of=$(fingerprint)
    started=$(now_seconds)
    module=
    if ! maven package_event -Dportway.fast package; then
        finish_module
        say "The build failed. The end of $STATE/maven.log:"
        say
        failure_tail >&2
        exit 1
    fi
    finish_module
    printf '%s\n' "$made_of" >"$STATE/fingerprint"
    say "Built in $(($(now_seconds) - started)) s."
}

package_event() {
    case $1 in
        module)
            finish_module
            module=$2
            module_started=$(now_seconds)
            ;;
        tick) passing "  ${module:-Maven itself}  $(($(now_seconds) - ${module_started:-$started})) s${2:+, $2 files fetched}" ;;
    esac
}

finish_module() {
    clear_passing
    [ -z "$module" ] || say "$(printf '  %-16s %4d s' "$module" $(($(now_seconds) - module_started)))"
    module=
}

# What went wrong, by Maven's own account, without its closing advice. The compiler's warnings are errors here.
failure_tail() {
    grep -E '^(\[ERROR\] .|\[WARNING\] .*\.java:\[)' "$STATE/maven.log" |
        grep -v -E '\[Help|Re-run Maven|To see the full stack|For more information|After correcting|^\[ERROR\] -> ' | tail -n 25 |
        grep . || tail -n 25 "$STATE/maven.log"
}

# Runs Maven, its output in a log, and calls $1 with each event of that log as it comes:
#   module NAME · test NAME COUNT FAILED SKIPPED SECONDS · tick FILES (a few times a second).
# The other arguments go to Maven. Its exit code is this one's.
maven() {
    on_event=$1
    shift
    : >"$STATE/maven.log"
    (cd "$PORTWAY_HOME" && exec ./mvnw -B "$@") >"$STATE/maven.log" 2>&1 </dev/null &
    child=$!
    seen=0
    while kill -0 "$child" 2>/dev/null; do
        sleep 0.3 2>/dev/null || sleep 1
        new_events
        "$on_event" tick "$(grep -c '^\[INFO\] Downloaded from' "$STATE/maven.log" | grep -v '^0$' || true)"
    done
    code=0
    wait "$child" || code=$?
    child=
    new_events
    return "$code"
}

new_events() {
    # The here-document keeps the loop in this shell, so that what an event sets is kept.
    while IFS=' ' read -r kind a b c d e; do
        [ -n "$kind" ] || continue
        seen=$((seen + 1))
        "$on_event" "$kind" "$a" "$b" "$c" "$d" "$e"
    done <<EVENTS
$(awk -v seen="$seen" -f "$PORTWAY_HOME/build/events.awk" "$STATE/maven.log")
EVENTS
}

# One build at a time. The lock is a folder with the process id of its owner; one whose owner is gone is taken over.
lock_build() {
    mkdir -p "$STATE"
    waited=
    until mkdir "$STATE/lock" 2>/dev/null; do
        owner=$(cat "$STATE/lock/owner" 2>/dev/null || true)
        if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then
            mv "$STATE/lock" "$STATE/lock.gone.$$" 2>/dev/null && rm -rf "$STATE/lock.gone.$$"
            continue
        fi
        [ -n "$waited" ] || say 'Another build is running here: waiting for it.'
        waited=yes
        sleep 1
    done
    echo $$ >"$STATE/lock/owner"
    child=
    trap 'unlock_build' EXIT
    trap 'interrupted 130' INT
    trap 'interrupted 143' TERM HUP
}

unlock_build() {
    rm -rf "$STATE/lock"
    trap - EXIT INT TERM HUP
}

# Maven runs in the background, where Ctrl-C does not reach it: it is ended here, and waited for.
interrupted() {
    trap '' INT TERM HUP
    if [ -n "$child" ]; then
        kill -TERM "$child" 2>/dev/null || true
        wait "$child" 2>/dev/null || true
    fi
    clear_passing
    say 'Stopped.'
    exit "$1"
}
