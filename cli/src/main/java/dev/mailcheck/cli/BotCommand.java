package dev.mailcheck.cli;

import java.util.List;

/** {@code mailcheck bot}: Slack by Socket Mode, until it is told to end. */
final class BotCommand {
    /** What it has in common with {@code mailcheck serve}. */
    static final List<ServeOption> OPTIONS =
            List.of(ServeOption.DATA, ServeOption.URL, ServeOption.DEMO);

    private final Environment environment;

    BotCommand(Environment environment) {
        this.environment = environment;
    }

    int run(Arguments arguments) throws UsageException {
        SlackTokens tokens = SlackTokens.needed(environment);
        ServeSettings settings = ServeSettings.read(arguments, environment);
        try (RunningBot bot = RunningBot.start(environment, settings, tokens)) {
            bot.awaitEnd(environment.err());
        }
        return ExitCode.OK;
    }
}
