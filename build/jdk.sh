# Finds a JDK that can build and run Portway. Sourced.

JDK_WANTED=25

# Prints the feature version (25) of the JDK in folder $1, or nothing when it is none. Reads its release file; starting Java would cost 100 ms each.
jdk_version() {
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
    while IFS='=' read -r key value; do
        [ "$key" = JAVA_VERSION ] || continue
        value=${value#\"}
        value=${value#1.}
        printf '%s\n' "${value%%[!0-9]*}"
        return 0
    done <"$1/release"
}

# Folders that may hold a JDK, one a line, the person's own choice first.
jdk_candidates() {
    printf '%s\n' "${JAVA_HOME:-}"
    if on_path=$(command -v javac) && real=$(readlink -f -- "$on_path" 2>/dev/null); then
        printf '%s\n' "${real%/bin/javac}"
    fi
    if [ -x /usr/libexec/java_home ]; then
        /usr/libexec/java_home -v "$JDK_WANTED+" 2>/dev/null || true
    fi
    printf '%s\n' \
        "${HOME:-/}"/.sdkman/candidates/java/* \
        "${HOME:-/}"/.jdks/* \
        "${HOME:-/}"/.asdf/installs/java/* \
        "${HOME:-/}"/.local/share/mise/installs/java/* \
        "${HOME:-/}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /home/linuxbrew/.linuxbrew/opt/openjdk*/libexec \
        /usr/lib/jvm/* \
        /usr/lib64/jvm/* \
        /usr/java/* \
        /usr/local/java/* \
        /opt/java/* \
        /opt/*jdk*
}

# Sets and exports JAVA_HOME, or says what to install and ends.
find_jdk() {
    if [ -n "${PORTWAY_JAVA_HOME:-}" ]; then
        found=$(jdk_version "$PORTWAY_JAVA_HOME")
        [ "${found:-0}" -ge "$JDK_WANTED" ] ||
            stop "PORTWAY_JAVA_HOME is $PORTWAY_JAVA_HOME, which holds ${found:+JDK $found, not }${found:-no JDK, and needs to hold} a JDK $JDK_WANTED or newer."
        JAVA_HOME=$PORTWAY_JAVA_HOME
        export JAVA_HOME
        return
    fi
    newest=0
    newest_in=
    while IFS= read -r folder; do
        found=$(jdk_version "$folder")
        [ "${found:-0}" -gt "$newest" ] || continue
        newest=$found
        newest_in=$folder
        [ "$newest" -lt "$JDK_WANTED" ] || break
    done <<CANDIDATES
$(jdk_candidates)
CANDIDATES
    [ "$newest" -ge "$JDK_WANTED" ] || no_jdk
    JAVA_HOME=$newest_in
    export JAVA_HOME
}

# Prints Java's options for a terminal that reads UTF-8: where the language it asks for is not installed, Java would write question marks.
written_as() {
    case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
        *UTF-8 | *utf-8 | *UTF8 | *utf8) echo -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 ;;
    esac
}

no_jdk() {
    if [ "$newest" -gt 0 ]; then
        say "Portway needs a JDK $JDK_WANTED or newer. The newest one found here is JDK $newest, in $newest_in."
    else
        say "Portway needs a JDK $JDK_WANTED or newer. None was found here."
    fi
    stop "
  any system   Temurin $JDK_WANTED from https://adoptium.net
  SDKMAN       sdk install java $JDK_WANTED-tem
  macOS        brew install openjdk@$JDK_WANTED
  Linux        the package openjdk-$JDK_WANTED-jdk or java-$JDK_WANTED-openjdk-devel, where the distribution has it

Installed already? Say where: PORTWAY_JAVA_HOME=/path/to/jdk ./portway demo"
}
