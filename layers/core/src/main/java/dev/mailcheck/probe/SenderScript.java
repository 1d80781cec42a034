package dev.mailcheck.probe;

import dev.mailcheck.dns.Domain;
import dev.mailcheck.smtp.EhloFeatures;
import dev.mailcheck.smtp.SmtpStep;
import dev.mailcheck.tls.ChainVerification;
import dev.mailcheck.tls.TrustAnchors;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A session as a sender of today has it, up to the recipients: EHLO, STARTTLS with a modern offer,
 * EHLO, and where wanted the mailboxes every domain must have and the relay probe. Never DATA.
 *
 * @param mailboxesOf asks for postmaster and abuse of this domain; none: asks for no mailbox
 * @param relay what to ask about relaying, once it is known
 */
record SenderScript(
        Introduction introduction,
        Optional<Domain> mailboxesOf,
        Supplier<Optional<RelayPaths>> relay,
        TrustAnchors trust)
        implements SmtpScript {
    @Override
    public void run(SmtpDialogue dialogue) {
        introduction.overTls(dialogue).ifPresent(features -> ask(dialogue, features));
    }

    private void ask(SmtpDialogue dialogue, EhloFeatures features) {
        boolean pipelining = features.offers("PIPELINING");
        mailboxesOf
                .filter(domain -> features.offers("VRFY"))
                .ifPresent(domain -> dialogue.say(SmtpStep.VRFY, "VRFY postmaster@" + domain));
        Optional<RelayTalk> talk =
                relay.get().map(paths -> new RelayTalk(dialogue, paths, pipelining));
        List<MailTransaction> first =
                Stream.concat(
                                mailboxesOf.map(SenderScript::mailboxes).stream(),
                                talk.map(RelayTalk::control).stream())
                        .toList();
        List<MailTransaction.Replies> replies = dialogue.hold(first, pipelining);
        mailboxesOf.ifPresent(domain -> note(dialogue, replies.getFirst()));
        talk.map(it -> it.run(replies.getLast(), 0)).ifPresent(dialogue::note);
    }

    private static MailTransaction mailboxes(Domain domain) {
        return new MailTransaction("", List.of("postmaster@" + domain, "abuse@" + domain));
    }

    private static void note(SmtpDialogue dialogue, MailTransaction.Replies mailboxes) {
        mailboxes.mail().ifPresent(reply -> dialogue.note(SmtpStep.MAIL_FROM, reply));
        mailboxes.recipient(0).ifPresent(r -> dialogue.note(SmtpStep.RCPT_POSTMASTER, r));
        mailboxes.recipient(1).ifPresent(r -> dialogue.note(SmtpStep.RCPT_ABUSE, r));
    }

    @Override
    public SmtpSession afterwards(SmtpSession session) {
        return session.tls()
                .map(facts -> session.with(ChainVerification.of(facts, trust)))
                .orElse(session);
    }
}
