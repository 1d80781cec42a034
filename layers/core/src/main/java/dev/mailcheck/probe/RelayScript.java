package dev.mailcheck.probe;

import dev.mailcheck.smtp.EhloFeatures;

import java.util.List;
import java.util.Optional;

/**
 * A session for the relay probe alone. Never DATA.
 *
 * @param inClear no STARTTLS: the handshake is known to fail
 * @param asked how many forms the session before had
 */
record RelayScript(Introduction introduction, boolean inClear, RelayPaths paths, int asked)
        implements SmtpScript {

    /**
     * What is left to ask after the sender's session there, if anything can be had by it: the forms
     * it had no room for; or where its handshake failed, the most telling ones in clear. A server
     * that is slow, busy, or does not let our control pass, is left alone.
     */
    static Optional<RelayScript> after(
            SmtpSession session, Introduction introduction, RelayPaths paths) {
        if (session.relay().isEmpty()) {
            return session.tls()
                    .filter(tls -> tls.failure().isPresent())
                    .map(failed -> new RelayScript(introduction, true, paths, 0));
        }
        return session.relay()
                .filter(RelayTrial::controlHolds)
                .filter(trial -> session.trouble().isEmpty())
                .map(trial -> new RelayScript(introduction, false, paths, trial.attempts().size()));
    }

    @Override
    public void run(SmtpDialogue dialogue) {
        Optional<EhloFeatures> features =
                inClear ? introduction.inClear(dialogue) : introduction.overTls(dialogue);
        features.ifPresent(offered -> ask(dialogue, offered.offers("PIPELINING")));
    }

    private void ask(SmtpDialogue dialogue, boolean pipelining) {
        RelayTalk talk = new RelayTalk(dialogue, paths, pipelining);
        List<MailTransaction.Replies> control = dialogue.hold(List.of(talk.control()), pipelining);
        dialogue.note(talk.run(control.getFirst(), asked));
    }
}
