# ./portway test: sets up what tests need beyond Maven, runs them all, and ends with one line of counts. Sourced.

run_tests() {
    no_skips=
    while [ $# -gt 0 ]; do
        case $1 in
            --no-skips) no_skips=yes ;;
            --help | -h) test_usage && return ;;
            --) shift && break ;;
            *) refuse option "$1" '--no-skips --help --' ;;
        esac
        shift
    done
    find_jdk
    find_chromium
    lock_build
    rm -rf "$PORTWAY_HOME"/*/target/surefire-reports
    made_of=$(fingerprint)
    started=$(now_seconds)
    module=
    code=0
    maven test_event --fail-at-end ${chromium:+"-Dportway.chromium=$chromium"} "$@" verify || code=$?
    clear_passing
    [ "$code" -ne 0 ] || printf '%s\n' "$made_of" >"$STATE/fingerprint"
    unlock_build
    report
}

test_usage() {
    cat <<'USAGE'
./portway test [--no-skips] [-- MAVEN ARGUMENTS]

Builds everything, runs every check and every test, and ends with a line of counts. Exit code 0 only when nothing failed.

  --no-skips    a skipped test is a failure, too
  --            what follows goes to Maven: ./portway test -- -pl server -am

Browser tests need a Chromium or Chrome: the one named by CHROME, else one of the usual names. Where there is none, Debian's is
installed if apt-get may be used; otherwise they are left out and said to be.
USAGE
}

# Sets `chromium` to the browser of the browser tests, or to nothing.
find_chromium() {
    chromium=$(chromium_here)
    [ -z "$chromium" ] || return 0
    if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
        say "No Chromium here: installing Debian's, for the browser tests."
        mkdir -p "$STATE"
        if install_chromium >"$STATE/apt.log" 2>&1; then
            chromium=$(chromium_here)
        else
            tail -n 5 "$STATE/apt.log" >&2
        fi
    fi
    [ -n "$chromium" ] || say 'Browser tests are left out: no Chromium found. Install chromium or Google Chrome, or name it: CHROME=/path/to/chrome'
}

install_chromium() {
    export DEBIAN_FRONTEND=noninteractive
    apt-get update && apt-get install -y --no-install-recommends chromium
}

chromium_here() {
    for name in "${CHROME:-}" chromium chromium-browser google-chrome google-chrome-stable chrome \
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome' '/Applications/Chromium.app/Contents/MacOS/Chromium'; do
        [ -n "$name" ] || continue
        if path=$(command -v "$name"); then
            printf '%s\n' "$path"
            return
        fi
    done
}

test_event() {
    case $1 in
        module)
            clear_passing
            module=$2
            say "$module"
            ;;
        test)
            clear_passing
            verdict='ok     '
            [ "$5" -eq 0 ] || verdict='skipped'
            [ "$4" -eq 0 ] || verdict='FAILED '
            say "$(printf '  %s %4d  %-44s %7s s' "$verdict" "$3" "$2" "$6")"
            ;;
        tick) passing "  ${module:-Maven itself}  $(($(now_seconds) - started)) s${2:+, $2 files fetched}" ;;
    esac
}

report() {
    if [ "$code" -ne 0 ]; then
        say
        what_failed >&2
        say "The whole log: $STATE/maven.log"
    fi
    counts=$(count_tests)
    skipped=${counts##* }
    broke=
    case $counts in
        *' 0 '*) [ "$code" -eq 0 ] || broke='; the build failed all the same' ;;
    esac
    if [ -n "$no_skips" ] && [ "$skipped" -gt 0 ]; then
        say "Skipped, and nothing may be:"
        skipped_tests >&2
        code=1
    fi
    say
    # shellcheck disable=SC2086
    printf '%s passed, %s failed, %s skipped%s\n' $counts "$broke"
    # A build that ran no test has shown nothing; one that counts a failure has failed, whatever Maven says.
    case $counts in
        '0 0 0') code=1 ;;
        *' 0 '*) ;;
        *) code=1 ;;
    esac
    [ "$code" -eq 0 ] || exit 1
}

# Surefire's own list of failed tests, then what else Maven has against the build.
what_failed() {
    {
        awk '/^\[ERROR\] (Failures|Errors): *$/ { on = 1; next }
             /^(\[INFO\] *$|\[(ERROR|WARNING)\] Tests run:)/ { on = 0 }
             on' "$STATE/maven.log"
        failure_tail | grep -v -E 'Tests run:|<<< (FAILURE|ERROR)!|There are test failures|^\[ERROR\] (See |(Failures|Errors):)|mvn <args>|COMPILATION ERROR'
    } | sed 's/^\[[A-Z]*\] */  /' | awk '/[^ ]/ && !printed[$0]++' | cut -c 1-300 | head -n 80
}

# Prints passed, failed and skipped, from the reports of all modules.
count_tests() {
    cat "$PORTWAY_HOME"/*/target/surefire-reports/TEST-*.xml 2>/dev/null | awk '
        function number(name) { return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : 0 }
        /<testsuite / { all += number("tests"); failed += number("errors") + number("failures"); skipped += number("skipped") }
        END { print all - failed - skipped, failed + 0, skipped + 0 }'
}

skipped_tests() {
    cat "$PORTWAY_HOME"/*/target/surefire-reports/TEST-*.xml | awk '
        function text(name) { return match($0, " " name "=\"[^\"]*\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : "" }
        /<testcase / { test = text("classname") "." text("name") }
        /<skipped/ { why = text("message"); print "  " test (why == "" ? "" : ": " why) }'
}
