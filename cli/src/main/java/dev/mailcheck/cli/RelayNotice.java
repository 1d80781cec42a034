package dev.mailcheck.cli;

import java.util.Optional;

/** What is said before mail hosts are asked to relay, to whoever did not ask for it by name. */
final class RelayNotice {
    private static final String NOTICE =
            "mailcheck: asking the mail hosts whether they relay: RCPT only, no mail is sent"
                    + " (--relay-probe off leaves it out)";

    private RelayNotice() {}

    /** Whoever names the option knows what it does. */
    static Optional<String> of(Arguments arguments, Settings settings) {
        boolean unbidden =
                settings.options().asksToRelay()
                        && arguments.value(Option.RELAY_PROBE).orElse("auto").equals("auto");
        return unbidden ? Optional.of(NOTICE) : Optional.empty();
    }
}
