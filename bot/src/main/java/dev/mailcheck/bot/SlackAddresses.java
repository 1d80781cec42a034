package dev.mailcheck.bot;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/**
 * Where Slack is. An answer's address comes with a request, so it is held against this before
 * anything goes there: whoever knows the signing secret shall not make us call others.
 *
 * @param api the web API, with its final slash
 * @param hooks the one place for answers in a lab; empty: Slack's own hosts
 */
public record SlackAddresses(URI api, Optional<URI> hooks) {
    public static final SlackAddresses SLACK =
            new SlackAddresses(URI.create("https://slack.com/api/"), Optional.empty());

    private static final Set<String> HOOKS = Set.of("hooks.slack.com", "hooks.slack-gov.com");

    /** A stand-in for Slack that is one server. */
    public static SlackAddresses lab(URI server) {
        return new SlackAddresses(server.resolve("/api/"), Optional.of(server));
    }

    URI method(String name) {
        return api.resolve(name);
    }

    Optional<URI> responseUrl(String text) {
        try {
            URI url = new URI(text);
            boolean taken =
                    hooks.isPresent()
                            ? hooks.get().getScheme().equals(url.getScheme())
                                    && hooks.get().getAuthority().equals(url.getAuthority())
                            : isOfSlack(url);
            return taken ? Optional.of(url) : Optional.empty();
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }

    private static boolean isOfSlack(URI url) {
        String authority = url.getRawAuthority();
        return "https".equals(url.getScheme()) && authority != null && HOOKS.contains(authority);
    }
}
