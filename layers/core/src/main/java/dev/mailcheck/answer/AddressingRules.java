package dev.mailcheck.answer;

import dev.mailcheck.message.AddressList;
import dev.mailcheck.message.Mailbox;
import dev.mailcheck.message.RawMail;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** To whom the mail was written: to us, and hardly anybody else (RFC 3834, section 2). */
final class AddressingRules {
    /** Somebody may want colleagues to see the mail; more are a mailing. */
    private static final int MOST_OTHERS = 4;

    private final MailAddresses ours;

    AddressingRules(MailAddresses ours) {
        this.ours = ours;
    }

    Optional<Silence> against(RawMail mail) {
        List<String> all = recipients(mail);
        if (all.stream().noneMatch(ours::isOurs)) {
            return Optional.of(Silence.NOT_ADDRESSED_TO_US);
        }
        long others = all.stream().filter(address -> !ours.isOurs(address)).count();
        return others > MOST_OTHERS ? Optional.of(Silence.SEVERAL_RECIPIENTS) : Optional.empty();
    }

    private static List<String> recipients(RawMail mail) {
        return Stream.of("To", "Cc", "Resent-To", "Resent-Cc")
                .flatMap(name -> mail.fields(name).stream())
                .flatMap(field -> AddressList.parse(field.rawValue()).mailboxes().stream())
                .map(Mailbox::address)
                .toList();
    }
}
