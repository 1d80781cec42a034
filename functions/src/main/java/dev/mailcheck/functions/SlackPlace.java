package dev.mailcheck.functions;

import dev.mailcheck.bot.Seal;
import dev.mailcheck.bot.SlackAddresses;
import dev.mailcheck.bot.SlackWeb;
import dev.mailcheck.report.Language;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.random.RandomGenerator;

/**
 * What the functions of the Slack door know of Slack, by the template's variables. Secrets are read
 * when a function starts and said nowhere.
 */
public record SlackPlace(
        SlackAddresses addresses, String signingSecret, Optional<String> botToken, Language usual) {
    private static final String SIGNING_SECRET = "MAILCHECK_SLACK_SIGNING_SECRET";
    private static final String BOT_TOKEN = "MAILCHECK_SLACK_BOT_TOKEN";
    private static final String LANGUAGE = "MAILCHECK_SLACK_LANGUAGE";

    /** Another Slack than the real one. Only tests bring one along; on AWS there is none. */
    public interface Lab {
        SlackAddresses addresses(Map<String, String> environment);
    }

    static SlackPlace ofThisProcess(Map<String, String> environment) {
        return new SlackPlace(
                ServiceLoader.load(Lab.class)
                        .findFirst()
                        .map(lab -> lab.addresses(environment))
                        .orElse(SlackAddresses.SLACK),
                Objects.requireNonNull(environment.get(SIGNING_SECRET), SIGNING_SECRET),
                Optional.ofNullable(environment.get(BOT_TOKEN)),
                Language.of(environment.getOrDefault(LANGUAGE, "en")).orElse(Language.EN));
    }

    SlackWeb web() {
        return new SlackWeb(addresses, botToken, JsonWire.jsonb());
    }

    /** All of them know the signing secret: one closes, another opens. */
    Seal seal(RandomGenerator random) {
        return new Seal(signingSecret, random);
    }

    /** What may stand in a log. */
    @Override
    public String toString() {
        return "SlackPlace[…]";
    }
}
