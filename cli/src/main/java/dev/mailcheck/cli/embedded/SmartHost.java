package dev.mailcheck.cli.embedded;

import dev.mailcheck.answer.OutgoingMail;
import dev.mailcheck.tls.TrustAnchors;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import org.eclipse.angus.mail.smtp.SMTPTransport;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.Properties;

/**
 * The operator's own mail server, which takes our answers and delivers them (RFC 5321). TLS is used
 * where it is offered, and demanded and verified where a password is sent. The return path is the
 * null sender.
 */
public final class SmartHost implements ReplyRoad {
    private static final String TO_CONNECT = "30000";

    /**
     * So long a server may take to say whether it has a mail (RFC 5321, section 4.5.3.2.6): whoever
     * loses patience before sends twice.
     */
    private static final String FOR_A_REPLY = "600000";

    private final InetSocketAddress host;
    private final String ownName;
    private final Optional<Login> login;
    private final TrustAnchors trust;

    /** A name and a password for the smart host. */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return "Login[…]";
        }
    }

    /**
     * @param host unresolved; its name is looked up for each mail
     * @param ownName what we say in EHLO
     * @param trust by which its certificate has to be good where a password is sent
     */
    public SmartHost(
            InetSocketAddress host, String ownName, Optional<Login> login, TrustAnchors trust) {
        this.host = host;
        this.ownName = ownName;
        this.login = login;
        this.trust = trust;
    }

    @Override
    public void handOver(OutgoingMail mail, Runnable goesOut) throws IOException {
        Session session = Session.getInstance(properties());
        Noting transport = new Noting(session, goesOut);
        try {
            transport.connect(
                    host.getHostString(),
                    host.getPort(),
                    login.map(Login::user).orElse(null),
                    login.map(Login::password).orElse(null));
            transport.sendMessage(
                    new MimeMessage(session, new ByteArrayInputStream(mail.content())),
                    new Address[] {new InternetAddress(mail.to(), false)});
        } catch (MessagingException failed) {
            throw SmartHostTrouble.of(failed);
        } finally {
            transport.end();
        }
    }

    /** Tells when everything but the final dot was sent. */
    private static final class Noting extends SMTPTransport {
        private final Runnable goesOut;

        Noting(Session session, Runnable goesOut) {
            super(session, new URLName("smtp:"));
            this.goesOut = goesOut;
        }

        @Override
        protected void finishData() throws IOException, MessagingException {
            goesOut.run();
            super.finishData();
        }

        /** What was said to the mail stands, however the session ends. */
        void end() {
            try {
                close();
            } catch (MessagingException goneAlready) {
                return;
            }
        }
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.from", "<>");
        properties.setProperty("mail.smtp.localhost", ownName);
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty("mail.smtp.connectiontimeout", TO_CONNECT);
        properties.setProperty("mail.smtp.timeout", FOR_A_REPLY);
        properties.setProperty("mail.smtp.writetimeout", FOR_A_REPLY);
        properties.setProperty("mail.smtp.quitwait", "false");
        properties.setProperty("mail.smtp.auth", String.valueOf(login.isPresent()));
        if (login.isPresent()) {
            properties.setProperty("mail.smtp.starttls.required", "true");
            properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
            properties.put("mail.smtp.ssl.socketFactory", TrustedSockets.of(trust));
        } else {
            properties.setProperty("mail.smtp.ssl.trust", "*");
            properties.setProperty("mail.smtp.ssl.checkserveridentity", "false");
        }
        return properties;
    }
}
