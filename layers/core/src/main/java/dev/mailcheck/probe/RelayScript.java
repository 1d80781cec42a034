package dev.mailcheck.probe;

import dev.mailcheck.smtp.EhloFeatures;

import java.util.List;
import java.util.Optional;

/**
 * A session for the relay probe alone. Never DATA.
 *
 * @param inClear no STARTTLS: the handshake is known to fail
 */
record RelayScript(
        Introduction introduction, boolean inClear, RelayPaths paths, List<RelayForm> forms)
        implements SmtpScript {
    RelayScript {
        forms = List.copyOf(forms);
    }

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
                    .map(failed -> of(introduction, true, paths, List.of(RelayForm.values())));
        }
        return session.relay()
                .filter(RelayTrial::controlHolds)
                .filter(trial -> session.trouble().isEmpty())
                .map(trial -> of(introduction, false, paths, RelayForm.ofOwnSession()));
    }

    private static RelayScript of(
            Introduction introduction, boolean inClear, RelayPaths paths, List<RelayForm> forms) {
        List<RelayForm> fillable =
                forms.stream().filter(paths::canFill).limit(RelayForm.IN_OWN_SESSION).toList();
        return new RelayScript(introduction, inClear, paths, fillable);
    }

    @Override
    public void run(SmtpDialogue dialogue) {
        Optional<EhloFeatures> features =
                inClear ? introduction.inClear(dialogue) : introduction.overTls(dialogue);
        features.ifPresent(offered -> ask(dialogue, offered.offers("PIPELINING")));
    }

    private void ask(SmtpDialogue dialogue, boolean pipelining) {
        RelayTalk talk = new RelayTalk(dialogue, paths, pipelining);
        MailTransaction control = inClear ? talk.control() : talk.controlOfPostmaster();
        dialogue.note(talk.run(dialogue.hold(List.of(control), pipelining).getFirst(), forms));
    }
}
