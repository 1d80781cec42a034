package dev.mailcheck.cli;

import java.util.List;
import java.util.concurrent.CountDownLatch;

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
        CountDownLatch end = new CountDownLatch(1);
        try (RunningBot bot = RunningBot.start(environment, settings, tokens)) {
            Runtime.getRuntime()
                    .addShutdownHook(Thread.ofPlatform().unstarted(() -> stop(bot, end)));
            bot.announce(environment.err());
            environment.err().flush();
            end.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.OK;
    }

    private static void stop(RunningBot bot, CountDownLatch end) {
        bot.close();
        end.countDown();
    }
}
