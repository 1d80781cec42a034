package dev.mailcheck.answer;

import dev.mailcheck.message.HeaderField;
import dev.mailcheck.message.RawMail;
import dev.mailcheck.message.Received;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Who must not be answered, by what the mail says of itself. */
final class HeaderRules {
    /** A mail with more hops goes round in a circle. */
    private static final int MOST_HOPS = 50;

    private static final List<String> LIST =
            List.of(
                    "List-Id",
                    "List-Post",
                    "List-Help",
                    "List-Subscribe",
                    "List-Unsubscribe",
                    "List-Owner",
                    "List-Archive",
                    "Mailing-List",
                    "X-Mailing-List",
                    "X-BeenThere",
                    "X-Mailman-Version");

    private static final List<String> PROGRAMS =
            List.of(
                    "X-Autoreply",
                    "X-Autorespond",
                    "X-Autoresponder",
                    "X-Auto-Reply-From",
                    "X-Mail-Autoreply",
                    "X-Failed-Recipients");

    private final MailAddresses ours;

    HeaderRules(MailAddresses ours) {
        this.ours = ours;
    }

    Optional<Silence> against(RawMail mail) {
        return Stream.of(
                        when(isLoop(mail), Silence.LOOP),
                        when(answersUs(mail), Silence.ANSWERS_US),
                        when(isAutoSubmitted(mail), Silence.AUTO_SUBMITTED),
                        when(has(LIST, mail), Silence.LIST),
                        when(isBulk(mail), Silence.BULK),
                        when(asksNotTo(mail), Silence.ASKS_NOT_TO),
                        when(isReport(mail), Silence.REPORT))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Silence> when(boolean found, Silence reason) {
        return found ? Optional.of(reason) : Optional.empty();
    }

    /** It went through us already, or through very many. */
    private boolean isLoop(RawMail mail) {
        List<HeaderField> received = mail.fields("Received");
        return received.size() > MOST_HOPS
                || any("X-Loop", value -> value.contains(ours.domain()), mail)
                || received.stream()
                        .map(field -> Received.parse(field.rawValue()))
                        .flatMap(hop -> hop.by().stream())
                        .anyMatch(by -> Names.isAtOrBelow(by, ours.domain()));
    }

    /** It stands in a thread that we began: our message ids say so, wherever they are. */
    private boolean answersUs(RawMail mail) {
        return Stream.of("In-Reply-To", "References", "Message-ID")
                .anyMatch(name -> any(name, value -> value.contains(ourIds()), mail));
    }

    private String ourIds() {
        return AnswerMail.ID_MARK + ours.domain() + ">";
    }

    private static boolean isAutoSubmitted(RawMail mail) {
        return any("Auto-Submitted", value -> !word(value).equals("no"), mail)
                || has(PROGRAMS, mail);
    }

    /** The value without comments and parameters. */
    private static String word(String value) {
        return value.replaceFirst("[;(].*", "").strip();
    }

    private static boolean isBulk(RawMail mail) {
        return any(
                        "Precedence",
                        value -> List.of("bulk", "junk", "list").contains(word(value)),
                        mail)
                || any("X-Precedence", value -> !value.isEmpty(), mail);
    }

    private static boolean asksNotTo(RawMail mail) {
        return any(
                        "X-Auto-Response-Suppress",
                        value ->
                                Stream.of("all", "autoreply", "oof", "dr", "rn", "nrn")
                                        .anyMatch(List.of(value.split("[,\\s]+"))::contains),
                        mail)
                || any("X-Loop", value -> !value.isEmpty(), mail);
    }

    private static boolean isReport(RawMail mail) {
        return any("Content-Type", HeaderRules::isReportType, mail);
    }

    private static boolean isReportType(String value) {
        return value.startsWith("multipart/report")
                || value.startsWith("message/delivery-status")
                || value.startsWith("message/disposition-notification");
    }

    private static boolean has(List<String> names, RawMail mail) {
        return names.stream().anyMatch(name -> mail.first(name).isPresent());
    }

    private static boolean any(String name, Predicate<String> test, RawMail mail) {
        return mail.fields(name).stream()
                .map(field -> field.value().toLowerCase(Locale.ROOT))
                .anyMatch(test);
    }
}
