package dev.mailcheck.bot;

import dev.mailcheck.bot.message.Button;
import dev.mailcheck.bot.message.CheckButtons;
import dev.mailcheck.bot.message.HelpMessage;
import dev.mailcheck.bot.message.Message;
import dev.mailcheck.bot.message.RunningMessage;
import dev.mailcheck.bot.message.Say;
import dev.mailcheck.dns.DomainInput;
import dev.mailcheck.report.Language;
import dev.mailcheck.store.Secret;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Takes what is asked in Slack and says at once what there is to say; whatever needs the stores is
 * an order. The ids of checks are made here, so that the first answer has its buttons.
 */
public final class SlackDesk {
    private final Orders orders;
    private final Language usual;
    private final RandomGenerator random;

    /**
     * @param usual the language where none is asked for
     * @param random one that nobody can predict: it makes the ids
     */
    public SlackDesk(Orders orders, Language usual, RandomGenerator random) {
        this.orders = orders;
        this.usual = usual;
        this.random = random;
    }

    /**
     * A command.
     *
     * @param name of it, with its slash
     * @param text what was typed behind it
     * @param request that it came with, whole
     * @return what to say at once; empty where it came before, or the answer follows
     */
    public Optional<Message> command(Visit visit, String name, String text, String request) {
        CommandText read = CommandText.read(text, usual);
        Say say = Say.in(read.language());
        return switch (read) {
            case CommandText.Help help -> Optional.of(HelpMessage.of(name, CommandText.MOST, say));
            case CommandText.Mail(Language language) -> {
                orders.place(request, new Order.TestMail(visit, language));
                yield Optional.empty();
            }
            case CommandText.Domains(Language language, List<DomainInput.Accepted> domains) ->
                    checks(visit, domains, request, say);
            case CommandText.NoDomain(Language language, DomainInput.Rejected why) ->
                    mistake(
                            say.of(
                                    "bad.input",
                                    Map.of(
                                            "shown", why.shown(),
                                            "problem", say.noDomain(why.problem().name()))),
                            say);
            case CommandText.Mention mention -> mistake(say.of("bad.mention"), say);
            case CommandText.TooMany(Language language, int count) ->
                    mistake(
                            say.of(
                                    "bad.several",
                                    Map.of(
                                            "count", String.valueOf(count),
                                            "most", String.valueOf(CommandText.MOST))),
                            say);
        };
    }

    private static Optional<Message> mistake(String what, Say say) {
        return Optional.of(Message.of(what, say.of("example")));
    }

    private Optional<Message> checks(
            Visit visit, List<DomainInput.Accepted> domains, String request, Say say) {
        List<Order.Asked> asked =
                domains.stream()
                        .map(each -> new Order.Asked(each.domain().name(), newId().text()))
                        .toList();
        return orders.place(request, new Order.Checks(visit, say.language(), asked))
                ? Optional.of(
                        asked.size() == 1
                                ? begins(visit, domains.getFirst(), asked.getFirst(), say)
                                : begin(asked, say))
                : Optional.empty();
    }

    private static Message begins(
            Visit visit, DomainInput.Accepted domain, Order.Asked asked, Say say) {
        return RunningMessage.first(
                asked.domain(),
                new CheckButtons(new Secret(asked.check()), visit.base()),
                domain.note().map(from -> say.of("note." + from.name())),
                say);
    }

    private static Message begin(List<Order.Asked> asked, Say say) {
        String names = asked.stream().map(Order.Asked::domain).collect(Collectors.joining(", "));
        return Message.of(say.of("running.several", Map.of("domains", names)));
    }

    /**
     * A press of a button.
     *
     * @param value what the button holds: the id of a check and a language
     * @param request that it came with, whole
     */
    public void pressed(Visit visit, Button.Action action, String value, String request) {
        if (action == Button.Action.OPEN) {
            return;
        }
        String[] words = value.split(" ", 2);
        Language language =
                Optional.of(words)
                        .filter(two -> two.length == 2)
                        .flatMap(two -> Language.of(two[1]))
                        .orElse(Language.EN);
        orders.place(request, new Order.Press(visit, language, action, words[0], newId().text()));
    }

    private Secret newId() {
        return Secret.random(random);
    }
}
