package dev.mailcheck.functions;

import dev.mailcheck.message.Envelope;
import dev.mailcheck.message.TrustedReceivers;
import dev.mailcheck.probe.ReceivedMail;
import dev.mailcheck.probe.ReportKind;
import dev.mailcheck.probe.Target;
import dev.mailcheck.service.CheckStarter;
import dev.mailcheck.store.Mails;
import dev.mailcheck.store.StoredRun;

import java.util.List;

/** Starts the runs of mails. */
final class MailStarter implements CheckStarter {
    private static final TrustedReceivers SES = new TrustedReceivers(List.of());

    private final Executions executions;
    private final Mails mails;
    private final Place place;

    MailStarter(Executions executions, Mails mails, Place place) {
        this.executions = executions;
        this.mails = mails;
        this.place = place;
    }

    @Override
    public void start(StoredRun run) {
        executions.start(run.key(), MailOrder.class, order(run));
    }

    private MailOrder order(StoredRun run) {
        byte[] bytes =
                mails.read(run.key())
                        .orElseThrow(() -> new IllegalStateException("the mail is gone"));
        ReceivedMail mail = ReceivedMail.read(bytes, Envelope.Given.nothing(), SES);
        ReportKind kind = mail.authorDomain().isPresent() ? ReportKind.FULL : ReportKind.MAIL;
        return new MailOrder(
                run.key(),
                new Target(
                        kind, mail.authorDomain(), place.options().withSelectors(mail.selectors())),
                place.clock().instant(),
                kind.hasDomain(),
                null,
                null);
    }
}
