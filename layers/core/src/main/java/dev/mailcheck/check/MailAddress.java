package dev.mailcheck.check;

import dev.mailcheck.probe.FurtherSession;
import dev.mailcheck.probe.MxHost;
import dev.mailcheck.probe.MxObservation;
import dev.mailcheck.probe.SmtpObservation;
import dev.mailcheck.probe.SmtpSession;

import java.util.List;

/**
 * One address of one mail host, with the sessions held there.
 *
 * @param best whether no other host is preferred to its own (RFC 5321, section 5.1)
 * @param sessions as a sender has them, at least one
 * @param further those that ask for what is old or weak; of several hosts with the address, the
 *     first has them
 */
record MailAddress(
        String host,
        String address,
        boolean best,
        List<SmtpSession> sessions,
        List<FurtherSession> further) {

    /** All that were probed, best host first. */
    static List<MailAddress> of(MxObservation mx, SmtpObservation smtp) {
        return mx.hosts().stream()
                .flatMap(host -> host.probed().stream().map(address -> of(host, address, mx, smtp)))
                .filter(address -> !address.sessions().isEmpty())
                .toList();
    }

    private static MailAddress of(
            MxHost host, String address, MxObservation mx, SmtpObservation smtp) {
        return new MailAddress(
                host.name(),
                address,
                host.preference() == mx.hosts().getFirst().preference(),
                smtp.sessions().stream().filter(s -> isAt(s, host, address)).toList(),
                smtp.further().stream().filter(s -> isAt(s.session(), host, address)).toList());
    }

    private static boolean isAt(SmtpSession session, MxHost host, String address) {
        return session.host().equals(host.name()) && session.address().equals(address);
    }

    SmtpSession last() {
        return sessions.getLast();
    }
}
