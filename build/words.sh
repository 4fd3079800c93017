# What ./portway says, and how it stops. Sourced.

usage() {
    cat <<'USAGE'
Portway moves WhatsApp Business numbers from one provider to another.

  ./portway demo            start everything and move a sample number in the sandbox
  ./portway serve           run the service: console, REST API, database
  ./portway sandbox         run only the Graph to rehearse against

  ./portway check           can this number move, and how?
  ./portway route           which way fits a number
  ./portway migrate         move a number, by any route
  ./portway partner-change  hand a client's numbers to another partner
  ./portway port-out        help a number leave
  ./portway list            the migrations there are
  ./portway tasks           what waits for a person
  ./portway answer          does what a task asks for
  ./portway show            one migration: where it stands and whose move it is
  ./portway link            ask somebody without an account by a link
  ./portway explain         what an error of Meta means, and what helps; needs no server
  ./portway support-bundle  a migration as a file for support, without secrets
  ./portway export          what is known of a migration's numbers, for whoever takes them along
  ./portway doctor          what is set up here, what is missing

  For whoever runs the service, on its machine:
  ./portway key             API keys: create, list, revoke
  ./portway credentials     your app at Meta, and access to source WABAs
  ./portway user            people of the console
  ./portway partner         your partners, and whose client each number is
  ./portway rotate-key      another key for what is sealed

  ./portway test            build and run every test; --no-skips: a skipped one is a failure
  ./portway --version

`./portway COMMAND --help` tells more. The first start builds; it needs a JDK 25 or newer.

  PORTWAY_JAVA_HOME    the JDK to use, when the one found is not the one wanted
  PORTWAY_JAVA_OPTS    options for the Java that runs Portway, such as -Xmx512m
  PORTWAY_BUILD=off    start what is in target/ as it is, never build
USAGE
}

version() {
    printf 'Portway %s\n' "$(sed -n '/<artifactId>portway<\/artifactId>/{n;s/.*<version>\(.*\)<\/version>.*/\1/p;q;}' "$PORTWAY_HOME/pom.xml")"
}

say() { printf '%s\n' "$*" >&2; }

# Ends with exit code 1 after saying why.
stop() {
    say "$@"
    exit 1
}

# Ends with exit code 2: $1 is "command" or "option", $2 what was given, $3 the ones that exist.
refuse() {
    meant=$(nearest "$2" "$3")
    if [ -n "$meant" ]; then
        say "There is no $1 '$2'. Did you mean '$meant'?"
    else
        say "There is no $1 '$2'. There are: $3"
    fi
    say "Try './portway --help'."
    exit 2
}

# Prints the word of $2 with the fewest single-letter edits from $1, unless more than a third of its letters (at least two) would change.
nearest() {
    GIVEN=$1 awk -v words="$2" '
        function least(a, b, c) { return a < b ? (a < c ? a : c) : (b < c ? b : c) }
        function edits(a, b,    i, j, row, before, above) {
            for (j = 0; j <= length(b); j++) row[j] = j
            for (i = 1; i <= length(a); i++) {
                before = row[0]; row[0] = i
                for (j = 1; j <= length(b); j++) {
                    above = row[j]
                    row[j] = least(above + 1, row[j - 1] + 1, before + (substr(a, i, 1) != substr(b, j, 1)))
                    before = above
                }
            }
            return row[length(b)]
        }
        BEGIN {
            n = split(words, word, " "); best = ""
            for (i = 1; i <= n; i++) {
                far = edits(ENVIRON["GIVEN"], word[i]); limit = length(word[i]) / 3
                if (far <= (limit < 2 ? 2 : limit) && far < length(word[i]) && (best == "" || far < closest)) { best = word[i]; closest = far }
            }
            print best
        }'
}

now_seconds() { date +%s; }

# A line that the next one replaces, on a terminal only.
on_terminal() { [ -t 2 ] && [ "${TERM:-dumb}" != dumb ]; }
passing() { if on_terminal; then printf '\r\033[K%s' "$*" >&2; fi; }
clear_passing() { if on_terminal; then printf '\r\033[K' >&2; fi; }
