package dev.mailcheck.bot.message;

import dev.mailcheck.bot.message.Button.Action;
import dev.mailcheck.report.Language;
import dev.mailcheck.store.Secret;

import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The buttons of a check. Their value is its id, the key to the result, and a language.
 *
 * @param base where the service's pages are, if it has any
 */
public record CheckButtons(Secret id, Optional<URI> base) {

    Part.Buttons ofResult(Say say) {
        return row(say, Action.DETAILS, Action.OPEN, Action.RECHECK, Action.SHARE, Action.MAIL);
    }

    /** A mail is looked at once; another one is another check. */
    Part.Buttons ofMail(Say say) {
        return row(say, Action.DETAILS, Action.OPEN, Action.SHARE, Action.MAIL);
    }

    Part.Buttons ofShared(Say say) {
        return row(say, Action.DETAILS, Action.OPEN, Action.RECHECK_SHARED);
    }

    Part.Buttons ofRunning(Say say) {
        return row(say, Action.PROGRESS, Action.OPEN);
    }

    Part.Buttons ofFailed(Say say) {
        return row(say, Action.RECHECK);
    }

    private Part.Buttons row(Say say, Action... actions) {
        return new Part.Buttons(
                Stream.of(actions).flatMap(action -> button(action, say).stream()).toList());
    }

    /** None that opens a page where the service has no pages. */
    private Optional<Button> button(Action action, Say say) {
        return action == Action.OPEN
                ? page(say.language()).map(page -> Button.open(page, say))
                : Optional.of(pressed(action, say));
    }

    private Button pressed(Action action, Say say) {
        Action words = action == Action.RECHECK_SHARED ? Action.RECHECK : action;
        return new Button(
                action, say.of("button." + words.id()), value(say.language()), Optional.empty());
    }

    private String value(Language language) {
        return id.text() + " " + language.word();
    }

    /** Where the result is read in this language; empty where the service has no pages. */
    public Optional<URI> page(Language language) {
        return base.map(service ->
                URI.create(service + "/checks/" + id.text() + "?lang=" + language.word()));
    }
}
