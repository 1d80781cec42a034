package dev.mailcheck.check;

import dev.mailcheck.probe.FurtherSession;
import dev.mailcheck.probe.SessionKind;
import dev.mailcheck.probe.SmtpObservation;
import dev.mailcheck.probe.SmtpSession;
import dev.mailcheck.smtp.TranscriptLine;
import dev.mailcheck.tls.TlsFacts;
import dev.mailcheck.tls.Trust;
import dev.mailcheck.tls.certificate.ServerCertificate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was seen, for people: of each session what was offered and what came of it, certificates
 * without base64, and the words that were said. The observation keeps the rest.
 */
final class InboundTlsEvidence {
    private final SmtpObservation smtp;

    InboundTlsEvidence(SmtpObservation smtp) {
        this.smtp = smtp;
    }

    Map<String, Object> byName() {
        Map<String, Object> evidence = new LinkedHashMap<>();
        List<Object> sessions = new ArrayList<>();
        smtp.sessions().forEach(s -> sessions.add(session(SessionKind.SENDER, s, true)));
        smtp.further().forEach(f -> sessions.add(further(f)));
        evidence.put("sessions", sessions);
        if (!smtp.skipped().isEmpty()) {
            evidence.put("notTested", smtp.skipped());
        }
        return evidence;
    }

    /** What was said there is the same as before, up to a handshake that tells it all. */
    private static Map<String, Object> further(FurtherSession further) {
        SmtpSession session = further.session();
        return session(further.kind(), session, session.tls().isEmpty());
    }

    private static Map<String, Object> session(
            SessionKind kind, SmtpSession session, boolean withTranscript) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("host", session.host());
        view.put("address", session.address());
        view.put("kind", kind.name());
        session.notConnected().ifPresent(why -> view.put("notConnected", why.name()));
        session.greeting().ifPresent(how -> view.put("greeting", how.name()));
        view.put("bannerMillis", session.bannerMillis());
        session.trouble().ifPresent(what -> view.put("trouble", what.name()));
        session.tls().ifPresent(facts -> view.put("tls", handshake(facts)));
        if (session.plaintextAfterStartTls()) {
            view.put("plaintextAfterStartTls", true);
        }
        if (withTranscript && !session.transcript().isEmpty()) {
            view.put(
                    "transcript",
                    session.transcript().stream().map(InboundTlsEvidence::line).toList());
        }
        return view;
    }

    private static String line(TranscriptLine line) {
        String who =
                switch (line.who()) {
                    case CLIENT -> "> ";
                    case SERVER -> "< ";
                    case NOTE -> "- ";
                };
        return line.millis() + " ms " + who + line.text();
    }

    private static Map<String, Object> handshake(TlsFacts facts) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("offer", facts.offer());
        view.put("outcome", outcome(facts));
        put(view, "version", facts.version());
        put(view, "cipherSuite", facts.cipherSuite());
        put(view, "group", facts.group());
        if (facts.groupBits() > 0) {
            view.put("groupBits", facts.groupBits());
        }
        if (facts.completed()) {
            view.put("extendedMasterSecret", facts.extendedMasterSecret());
            facts.secureRenegotiation().ifPresent(it -> view.put("secureRenegotiation", it));
        }
        if (facts.compressed()) {
            view.put("compressed", true);
        }
        if (!facts.detail().isEmpty()) {
            view.put("detail", facts.detail());
        }
        if (!facts.certificates().isEmpty()) {
            certificates(view, facts);
        }
        return view;
    }

    private static String outcome(TlsFacts facts) {
        return facts.failure().map(Enum::name).orElse("COMPLETED");
    }

    private static void put(Map<String, Object> view, String name, Optional<String> value) {
        value.ifPresent(text -> view.put(name, text));
    }

    private static void certificates(Map<String, Object> view, TlsFacts facts) {
        view.put("certificatesSent", facts.certificatesSent());
        view.put("certificateBytes", facts.certificateBytes());
        view.put(
                "certificates",
                facts.certificates().stream().map(InboundTlsEvidence::certificate).toList());
        facts.trust().map(Trust::reason).ifPresent(reason -> view.put("trust", reason.name()));
        facts.staple().ifPresent(staple -> view.put("certificateStatus", staple));
    }

    private static Map<String, Object> certificate(String der) {
        Map<String, Object> view = new LinkedHashMap<>();
        ServerCertificate.parse(der)
                .ifPresentOrElse(
                        certificate -> describe(view, certificate),
                        () ->
                                view.put(
                                        "name",
                                        der.isEmpty() ? "too large to be kept" : "malformed"));
        return view;
    }

    private static void describe(Map<String, Object> view, ServerCertificate certificate) {
        view.put("name", certificate.name());
        view.put("issuer", certificate.issuer());
        view.put("dnsNames", certificate.dnsNames().stream().limit(20).toList());
        view.put("notBefore", certificate.notBefore().toString());
        view.put("notAfter", certificate.notAfter().toString());
        view.put("key", certificate.key().toString());
        view.put("signature", certificate.signatureAlgorithm());
    }
}
