package dev.mailcheck.functions;

import dev.mailcheck.json.JsonText;
import dev.mailcheck.message.Envelope;
import dev.mailcheck.message.TrustedReceivers;
import dev.mailcheck.probe.ReceivedMail;
import dev.mailcheck.probe.ReportKind;
import dev.mailcheck.probe.Target;
import dev.mailcheck.service.CheckStarter;
import dev.mailcheck.store.Mails;
import dev.mailcheck.store.StoredRun;

import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;

import java.util.List;

/** Starts the run of a mail as an execution of its name, which there is but one of. */
final class MailStarter implements CheckStarter {
    private static final TrustedReceivers SES = new TrustedReceivers(List.of());

    private final SfnClient client;
    private final String stateMachine;
    private final Mails mails;
    private final Place place;

    MailStarter(SfnClient client, String stateMachine, Mails mails, Place place) {
        this.client = client;
        this.stateMachine = stateMachine;
        this.mails = mails;
        this.place = place;
    }

    @Override
    public void start(StoredRun run) {
        String input = JsonText.of(JsonWire.jsonb().type(MailOrder.class), order(run));
        try {
            client.startExecution(
                    r -> r.stateMachineArn(stateMachine).name(run.key()).input(input));
        } catch (ExecutionAlreadyExistsException startedBefore) {
            return;
        }
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
