package dev.mailcheck.cli;

import dev.mailcheck.net.IpLiteral;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * What Slack knows this installation by, from variables: no command line shows it, and no message
 * repeats it.
 *
 * @param bot speaks for the bot, xoxb-…
 * @param app opens the connection of Socket Mode, xapp-…
 * @param lab a stand-in for Slack on this host, for tests
 */
record SlackTokens(String bot, String app, Optional<URI> lab) {
    static final String BOT = "SLACK_BOT_TOKEN";
    static final String APP = "SLACK_APP_TOKEN";
    private static final String LAB = "MAILCHECK_LAB_SLACK";
    private static final String HOW = "; docs/slack.md leads there in five minutes";

    /** Both, or none; one alone is a mistake. */
    static Optional<SlackTokens> read(Environment environment) throws UsageException {
        Optional<String> bot = environment.variable(BOT);
        Optional<String> app = environment.variable(APP);
        if (bot.isEmpty() && app.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new SlackTokens(
                        token(bot, BOT, "xoxb-"),
                        token(app, APP, "xapp-"),
                        environment.variable(LAB).flatMap(SlackTokens::onThisHost)));
    }

    /** Both, or it is said what is missing. */
    static SlackTokens needed(Environment environment) throws UsageException {
        return read(environment)
                .orElseThrow(() ->
                        new UsageException(
                                "needs the tokens of your Slack app in the variables "
                                        + BOT
                                        + " and "
                                        + APP
                                        + HOW));
    }

    private static String token(Optional<String> token, String name, String mark)
            throws UsageException {
        if (token.isEmpty()) {
            throw new UsageException("the variable " + name + " is not set" + HOW);
        }
        if (!token.get().matches(mark + "[A-Za-z0-9-]{8,200}")) {
            throw new UsageException(
                    "what is in " + name + " is no such token; it begins with " + mark + HOW);
        }
        return token.get();
    }

    private static Optional<URI> onThisHost(String text) {
        try {
            URI lab = new URI(text);
            return Optional.ofNullable(lab.getHost())
                    .flatMap(IpLiteral::parse)
                    .filter(InetAddress::isLoopbackAddress)
                    .map(loopback -> lab);
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }

    /** What may stand in a log. */
    @Override
    public String toString() {
        return "SlackTokens[…]";
    }
}
