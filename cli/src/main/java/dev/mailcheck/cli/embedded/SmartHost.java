package dev.mailcheck.cli.embedded;

import dev.mailcheck.answer.OutgoingMail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.Properties;

/**
 * The operator's own mail server, which takes our answers and delivers them (RFC 5321). TLS is used
 * where it is offered, and demanded where a password is sent. The return path is the null sender.
 */
public final class SmartHost implements ReplyRoad {
    private static final String TIME_OUT = "30000";

    private final InetSocketAddress host;
    private final String ownName;
    private final Optional<Login> login;

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
     */
    public SmartHost(InetSocketAddress host, String ownName, Optional<Login> login) {
        this.host = host;
        this.ownName = ownName;
        this.login = login;
    }

    @Override
    public Outcome handOver(OutgoingMail mail) throws IOException {
        Session session = Session.getInstance(properties());
        try (SMTPTransport transport = (SMTPTransport) session.getTransport("smtp")) {
            MimeMessage message =
                    new MimeMessage(session, new ByteArrayInputStream(mail.content()));
            transport.connect(
                    host.getHostString(),
                    host.getPort(),
                    login.map(Login::user).orElse(null),
                    login.map(Login::password).orElse(null));
            transport.sendMessage(message, new Address[] {new InternetAddress(mail.to(), false)});
            return Outcome.HANDED_OVER;
        } catch (MessagingException failed) {
            if (isForGood(failed)) {
                return Outcome.REFUSED;
            }
            throw new IOException("the smart host did not take an answer", failed);
        }
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.from", "<>");
        properties.setProperty("mail.smtp.localhost", ownName);
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty("mail.smtp.connectiontimeout", TIME_OUT);
        properties.setProperty("mail.smtp.timeout", TIME_OUT);
        properties.setProperty("mail.smtp.writetimeout", TIME_OUT);
        properties.setProperty("mail.smtp.auth", String.valueOf(login.isPresent()));
        if (login.isPresent()) {
            properties.setProperty("mail.smtp.starttls.required", "true");
        } else {
            properties.setProperty("mail.smtp.ssl.trust", "*");
            properties.setProperty("mail.smtp.ssl.checkserveridentity", "false");
        }
        return properties;
    }

    /** Whether the reply was one of 5xx to this mail. */
    private static boolean isForGood(MessagingException failed) {
        for (Exception next = failed; next instanceof MessagingException chained; ) {
            if ((chained instanceof SMTPAddressFailedException address
                            && address.getReturnCode() >= 500)
                    || (chained instanceof SMTPSendFailedException send
                            && send.getReturnCode() >= 500)) {
                return true;
            }
            next = chained.getNextException();
        }
        return failed instanceof SendFailedException && failed.getNextException() == null;
    }
}
