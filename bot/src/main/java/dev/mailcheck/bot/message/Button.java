package dev.mailcheck.bot.message;

import java.net.URI;
import java.util.Optional;

/**
 * A button.
 *
 * @param value what comes back when it is pressed: the id of a check and a language, or nothing
 * @param url where it leads, for {@link Action#OPEN}
 */
public record Button(Action action, String label, String value, Optional<URI> url) {
    /** One that leads to a page. */
    static Button open(URI page, Say say) {
        return new Button(Action.OPEN, say.of("button.open"), "", Optional.of(page));
    }

    /** What a press does. */
    public enum Action {
        DETAILS("details"),
        RECHECK("recheck"),
        SHARE("share"),
        MAIL("mail"),
        PROGRESS("progress"),
        OPEN("open"),
        /** As RECHECK, on a message that belongs to all and stays. */
        RECHECK_SHARED("recheck_shared");

        private final String id;

        Action(String id) {
            this.id = id;
        }

        /** As Slack names it when it is pressed. */
        public String id() {
            return id;
        }
    }
}
