package dev.mailcheck.cli;

import picocli.CommandLine.ParseResult;

import java.util.List;
import java.util.Optional;

/** The words of a command line, sorted: the command's arguments and the values of its options. */
record Arguments(ParseResult parsed) {
    List<String> positional() {
        return parsed.matchedPositionals().isEmpty()
                ? List.of()
                : List.copyOf(parsed.matchedPositional(0).<List<String>>getValue());
    }

    boolean has(OptionRow option) {
        return parsed.hasMatchedOption(option.word());
    }

    /** The value of an option that is given at most once; of several the last counts. */
    Optional<String> value(OptionRow option) {
        return Optional.ofNullable(parsed.matchedOptionValue(option.word(), (String) null));
    }

    List<String> values(OptionRow option) {
        return List.copyOf(parsed.matchedOptionValue(option.word(), List.<String>of()));
    }
}
