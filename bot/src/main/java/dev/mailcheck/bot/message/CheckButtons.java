package dev.mailcheck.bot.message;

import dev.mailcheck.bot.message.Button.Action;
import dev.mailcheck.report.Language;
import dev.mailcheck.store.Secret;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The buttons of a check. Their value is its id, the key to the result, and a language.
 *
 * @param base where the service's pages are, if it has any
 */
public record CheckButtons(Secret id, Optional<URI> base) {

    Part.Buttons ofResult(Say say) {
        List<Button> buttons = new ArrayList<>();
        buttons.add(button(Action.DETAILS, say));
        open(say).ifPresent(buttons::add);
        buttons.add(button(Action.RECHECK, say));
        buttons.add(button(Action.SHARE, say));
        buttons.add(button(Action.MAIL, say));
        return new Part.Buttons(buttons);
    }

    /** A mail is looked at once; another one is another check. */
    Part.Buttons ofMail(Say say) {
        List<Button> buttons = new ArrayList<>();
        buttons.add(button(Action.DETAILS, say));
        open(say).ifPresent(buttons::add);
        buttons.add(button(Action.SHARE, say));
        buttons.add(button(Action.MAIL, say));
        return new Part.Buttons(buttons);
    }

    Part.Buttons ofShared(Say say) {
        List<Button> buttons = new ArrayList<>();
        buttons.add(button(Action.DETAILS, say));
        open(say).ifPresent(buttons::add);
        buttons.add(button(Action.RECHECK_SHARED, say));
        return new Part.Buttons(buttons);
    }

    Part.Buttons ofRunning(Say say) {
        List<Button> buttons = new ArrayList<>();
        buttons.add(button(Action.PROGRESS, say));
        open(say).ifPresent(buttons::add);
        return new Part.Buttons(buttons);
    }

    Part.Buttons ofFailed(Say say) {
        return new Part.Buttons(List.of(button(Action.RECHECK, say)));
    }

    private Button button(Action action, Say say) {
        Action words = action == Action.RECHECK_SHARED ? Action.RECHECK : action;
        return new Button(
                action, say.of("button." + words.id()), value(say.language()), Optional.empty());
    }

    private String value(Language language) {
        return id.text() + " " + language.word();
    }

    private Optional<Button> open(Say say) {
        return page(say.language())
                .map(page -> new Button(Action.OPEN, say.of("button.open"), "", Optional.of(page)));
    }

    private Optional<URI> page(Language language) {
        return base.map(service ->
                URI.create(service + "/checks/" + id.text() + "?lang=" + language.word()));
    }
}
