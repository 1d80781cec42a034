package dev.mailcheck.world.smtp;

import dev.mailcheck.world.tls.CertificateSpec;
import dev.mailcheck.world.tls.TlsSettings;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A mail host of the world as a test states it: sound, and then with named faults.
 *
 * <pre>{@code
 * SmtpHost.sound("mx1.sound.example", "sound.example")
 * SmtpHost.sound("mx1.busy.example", "busy.example").greylists()
 * SmtpHost.sound("mx.weak.example", "weak.example").certificate(c -> c.selfSigned().expired())
 * SmtpHost.sound("mx.odd.example", "odd.example").at(SmtpStage.EHLO, SmtpAct.hangUp())
 * }</pre>
 *
 * @param name its own name, in greeting, EHLO reply and certificate
 * @param features the EHLO keywords it announces besides STARTTLS
 * @param startTls what it does about STARTTLS
 * @param recipients its answers to RCPT
 * @param acts what it does otherwise than expected, by stage
 */
public record SmtpHost(
        String name,
        List<String> features,
        StartTls startTls,
        RecipientPolicy recipients,
        Map<SmtpStage, SmtpAct> acts) {
    private static final List<String> FEATURES =
            List.of(
                    "PIPELINING",
                    "SIZE 52428800",
                    "8BITMIME",
                    "ENHANCEDSTATUSCODES",
                    "SMTPUTF8",
                    "CHUNKING");

    public SmtpHost {
        features = List.copyOf(features);
        acts = Map.copyOf(acts);
    }

    /**
     * Returns a host without fault: STARTTLS with a good certificate, TLS 1.3 and 1.2, mail for
     * {@code info} and {@code postmaster} of these domains, all else refused.
     */
    public static SmtpHost sound(String name, String... domains) {
        return new SmtpHost(
                name,
                FEATURES,
                new StartTls.Offered(
                        TlsSettings.modern(CertificateSpec.sound(name)), StartTls.Turn.HANDSHAKE),
                RecipientPolicy.mailboxes(Set.of(domains), Set.of("info")),
                Map.of());
    }

    /** Returns this host doing something else at one stage. */
    public SmtpHost at(SmtpStage stage, SmtpAct act) {
        Map<SmtpStage, SmtpAct> more = new EnumMap<>(SmtpStage.class);
        more.putAll(acts);
        more.put(stage, act);
        return new SmtpHost(name, features, startTls, recipients, more);
    }

    /** Returns this host with this greeting, which may have any code and several lines. */
    public SmtpHost greeting(int code, String... lines) {
        return at(SmtpStage.CONNECT, SmtpAct.say(code, lines));
    }

    /** Returns this host announcing exactly these EHLO keywords besides STARTTLS. */
    public SmtpHost features(String... keywords) {
        return new SmtpHost(name, List.of(keywords), startTls, recipients, acts);
    }

    /** Returns this host without STARTTLS. */
    public SmtpHost noStartTls() {
        return startTls(new StartTls.NotOffered());
    }

    /** Returns this host with another way to do STARTTLS. */
    public SmtpHost startTls(StartTls other) {
        return new SmtpHost(name, features, other, recipients, acts);
    }

    /** Returns this host doing something else after "220 go ahead". */
    public SmtpHost turn(StartTls.Turn turn) {
        return startTls(new StartTls.Offered(tls(), turn));
    }

    /** Returns this host doing this in place of a handshake. */
    public SmtpHost inPlaceOfTls(StartTls.Peer peer) {
        return startTls(new StartTls.Scripted(peer));
    }

    /** Returns this host with other TLS settings. */
    public SmtpHost tls(UnaryOperator<TlsSettings> change) {
        StartTls.Turn turn =
                startTls instanceof StartTls.Offered offered
                        ? offered.turn()
                        : StartTls.Turn.HANDSHAKE;
        return startTls(new StartTls.Offered(change.apply(tls()), turn));
    }

    /** Returns this host knowing no newer version than this, such as {@code TLSv1}. */
    public SmtpHost outdatedTls(String newest) {
        List<String> versions = List.of("TLSv1.2", "TLSv1.1", "TLSv1");
        List<String> known = versions.subList(versions.indexOf(newest), versions.size());
        return tls(
                t -> TlsSettings.legacy(t.certificate()).protocols(known.toArray(String[]::new)));
    }

    /** Returns this host with another certificate. */
    public SmtpHost certificate(UnaryOperator<CertificateSpec> change) {
        return tls(tls -> tls.certificate(change.apply(tls.certificate())));
    }

    private TlsSettings tls() {
        return startTls instanceof StartTls.Offered offered
                ? offered.tls()
                : TlsSettings.modern(CertificateSpec.sound(name));
    }

    /** Returns this host with another policy for recipients. */
    public SmtpHost recipients(RecipientPolicy policy) {
        return new SmtpHost(name, features, startTls, policy, acts);
    }

    /** Returns this host taking mail for anybody. */
    public SmtpHost openRelay() {
        return recipients(RecipientPolicy.openRelay());
    }

    /** Returns this host refusing mail to postmaster, against RFC 5321, section 4.5.1. */
    public SmtpHost refusesPostmaster() {
        return recipients(
                recipients.except("postmaster", SmtpReply.of(550, "5.1.1 No such user here")));
    }

    /** Returns this host greeting only after a while, as postscreen does. */
    public SmtpHost greetsAfter(Duration delay) {
        return at(SmtpStage.CONNECT, SmtpAct.late(delay));
    }

    /** Returns this host saying 421 instead of a greeting. */
    public SmtpHost busy() {
        return greeting(421, "4.7.0 " + name + " Too many connections, try again later");
    }

    /** Returns this host saying 421 to EHLO. */
    public SmtpHost busyAfterEhlo() {
        return at(SmtpStage.EHLO, SmtpAct.say(421, "4.3.2 Service shutting down"));
    }

    /** Returns this host deferring every recipient it does not know yet, that is every one. */
    public SmtpHost greylists() {
        return at(
                SmtpStage.RCPT,
                SmtpAct.say(450, "4.2.0 Greylisted, please try again in 300 seconds"));
    }

    /** Returns this host refusing this very client with 554 at the greeting. */
    public SmtpHost blocksClient() {
        return greeting(554, "5.7.1 Service unavailable; client [{client}] blocked using a list");
    }

    /** Returns this host taking no mail at all (RFC 7504). */
    public SmtpHost takesNoMail() {
        return greeting(521, name + " does not accept mail");
    }

    /** Returns this host knowing only HELO. */
    public SmtpHost refusesEhlo() {
        return at(SmtpStage.EHLO, SmtpAct.say(502, "5.5.1 Command not implemented"));
    }

    /** Returns this host accepting connections and never saying a word. */
    public SmtpHost silent() {
        return at(SmtpStage.CONNECT, SmtpAct.silent());
    }

    /** Returns this host sending its greeting one byte a second. */
    public SmtpHost drips() {
        return at(SmtpStage.CONNECT, SmtpAct.drip("220 " + name + " ESMTP "));
    }

    /** Returns this host sending {@code 220-} lines without end. */
    public SmtpHost floods() {
        return at(SmtpStage.CONNECT, SmtpAct.flood("220-" + name + " says hello\r\n"));
    }

    /** Returns this host sending one line without end. */
    public SmtpHost neverEndsItsLine() {
        return at(SmtpStage.CONNECT, SmtpAct.flood("220 " + name + " ESMTP "));
    }
}
