package dev.mailcheck.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

import java.util.Arrays;
import java.util.List;

/**
 * The commands as picocli knows them; built by hand, since reading annotations costs start-up time.
 */
final class CommandTree {
    private CommandTree() {}

    static CommandLine build() {
        CommandSpec root =
                checking(
                        "mailcheck",
                        "DOMAIN",
                        "Checks whether a mail system is safe, and what to fix.");
        CommandLine line = new CommandLine(root);
        line.addSubcommand(
                "domain",
                checking(
                        "domain",
                        "DOMAIN",
                        "Checks domains: DNS, mail servers, TLS. The default."));
        line.addSubcommand(
                "demo", checking("demo", "NAME", "Checks a sample domain; needs no network."));
        line.addSubcommand("mail", mail());
        line.addSubcommand("rules", rules());
        line.addSubcommand("serve", serve());
        line.addSubcommand("bot", bot());
        line.addSubcommand("worker", worker());
        return line.setOverwrittenOptionsAllowed(true)
                .setPosixClusteredShortOptionsAllowed(false)
                .setAbbreviatedOptionsAllowed(false)
                .setUnmatchedOptionsArePositionalParams(false);
    }

    private static CommandSpec checking(String name, String positional, String description) {
        CommandSpec spec = command(name, positional, description);
        Arrays.stream(Option.values())
                .filter(option -> !option.isOfMails())
                .forEach(option -> spec.addOption(option(option)));
        return spec;
    }

    private static CommandSpec mail() {
        CommandSpec spec =
                checking("mail", "FILE", "Analyses one received mail; - reads standard input.");
        Arrays.stream(Option.values())
                .filter(Option::isOfMails)
                .forEach(option -> spec.addOption(option(option)));
        return spec;
    }

    private static CommandSpec rules() {
        CommandSpec spec = command("rules", "CODE", "Explains a finding; without CODE lists all.");
        spec.addOption(option(Option.LANG));
        return spec;
    }

    private static CommandSpec serve() {
        CommandSpec spec = command("serve", "", "The service in one process: pages and HTTP API.");
        for (ServeOption option : ServeOption.values()) {
            spec.addOption(option(option));
        }
        for (Option option : ServeSettings.LOOKING) {
            spec.addOption(option(option));
        }
        return spec;
    }

    private static CommandSpec bot() {
        CommandSpec spec = command("bot", "", "Answers in Slack, by Socket Mode.");
        for (ServeOption option : BotCommand.OPTIONS) {
            spec.addOption(option(option));
        }
        for (Option option : ServeSettings.LOOKING) {
            spec.addOption(option(option));
        }
        return spec;
    }

    private static CommandSpec worker() {
        CommandSpec spec = command("worker", "", "Probes mail servers for an installation on AWS.");
        for (WorkerOption option : WorkerOption.values()) {
            spec.addOption(option(option));
        }
        for (Option option : WorkerCommand.OPTIONS) {
            spec.addOption(option(option));
        }
        return spec;
    }

    private static CommandSpec command(String name, String positional, String description) {
        CommandSpec spec = CommandSpec.create().name(name);
        spec.usageMessage().description(description).width(80).sortOptions(false);
        spec.addOption(flag("--help", "this help").usageHelp(true).build());
        spec.addOption(flag("--version", "the version").versionHelp(true).build());
        if (!positional.isEmpty()) {
            spec.addPositional(
                    PositionalParamSpec.builder()
                            .paramLabel(positional)
                            .arity("0..*")
                            .index("0..*")
                            .type(List.class)
                            .auxiliaryTypes(String.class)
                            .build());
        }
        return spec;
    }

    private static OptionSpec option(OptionRow option) {
        if (option.parameter().isEmpty()) {
            return flag(option.word(), option.description()).build();
        }
        OptionSpec.Builder builder =
                OptionSpec.builder(option.word())
                        .paramLabel(option.parameter())
                        .description(option.description());
        return option.repeatable()
                ? builder.type(List.class).auxiliaryTypes(String.class).arity("1").build()
                : builder.type(String.class).arity("1").build();
    }

    private static OptionSpec.Builder flag(String word, String description) {
        return OptionSpec.builder(word).description(description).type(boolean.class).arity("0");
    }
}
