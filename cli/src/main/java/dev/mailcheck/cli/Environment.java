package dev.mailcheck.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The world around the command.
 *
 * @param outTerminal whether standard output is a terminal, so that colour makes sense
 * @param errTerminal the same of standard error, so that progress may rewrite its line
 */
record Environment(
        InputStream in,
        PrintStream out,
        PrintStream err,
        boolean outTerminal,
        boolean errTerminal,
        Map<String, String> variables,
        Clock clock,
        RandomGenerator random) {

    Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
    }

    /** The language of the locale, by the order of POSIX: LC_ALL, LC_MESSAGES, LANG. */
    String localeLanguage() {
        return variable("LC_ALL")
                .or(() -> variable("LC_MESSAGES"))
                .or(() -> variable("LANG"))
                .filter(locale -> locale.startsWith("ja"))
                .map(japanese -> "ja")
                .orElse("en");
    }

    /** Options that the user wants always: {@code ~/.config/mailcheck/options}, if it is there. */
    Optional<Path> optionsFile() {
        return variable("XDG_CONFIG_HOME")
                .map(Path::of)
                .or(() -> variable("HOME").map(home -> Path.of(home, ".config")))
                .map(config -> config.resolve("mailcheck").resolve("options"));
    }

    boolean colour() {
        return outTerminal && variable("NO_COLOR").isEmpty();
    }
}
