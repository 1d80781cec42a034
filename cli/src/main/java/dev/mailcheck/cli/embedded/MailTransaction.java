package dev.mailcheck.cli.embedded;

import dev.mailcheck.answer.Arrival;
import dev.mailcheck.message.Tls.Encryption;

import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.Session;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/** One mail of a session: what the client says, and what we see of him ourselves. */
final class MailTransaction implements MessageHandler {
    private final Session session;
    private final MailIntake intake;
    private final MailReception reception;
    private final Clock clock;
    private final List<String> recipients = new ArrayList<>();
    private String mailFrom = "";

    MailTransaction(Session session, MailIntake intake, MailReception reception, Clock clock) {
        this.session = session;
        this.intake = intake;
        this.reception = reception;
        this.clock = clock;
    }

    @Override
    public void from(String reversePath) throws RejectException {
        refuse(reception.refusedSender(clientIp()));
        mailFrom = reversePath;
    }

    @Override
    public void recipient(String address) throws RejectException {
        refuse(reception.refusedRecipient(address, session.getSocket() instanceof SSLSocket));
        recipients.add(address);
    }

    @Override
    public String data(InputStream in) throws RejectException, IOException {
        Reply reply = intake.take(in, mail -> reception.received(arrival(), mail));
        if (!reply.isPositive()) {
            throw new RejectException(reply.code(), reply.text());
        }
        return reply.text();
    }

    @Override
    public void done() {
        recipients.clear();
    }

    private static void refuse(Optional<Reply> reply) throws RejectException {
        if (reply.isPresent()) {
            throw new RejectException(reply.get().code(), reply.get().text());
        }
    }

    private Arrival arrival() {
        Optional<SSLSession> tls = tls();
        return new Arrival(
                mailFrom,
                recipients,
                Optional.of(clientIp()),
                session.getHelo(),
                tls.isPresent() ? Encryption.ENCRYPTED : Encryption.PLAINTEXT,
                tls.map(SSLSession::getProtocol),
                tls.map(SSLSession::getCipherSuite),
                clock.instant());
    }

    private Optional<SSLSession> tls() {
        Socket socket = session.getSocket();
        return socket instanceof SSLSocket secured
                ? Optional.of(secured.getSession())
                : Optional.empty();
    }

    private String clientIp() {
        return session.getRemoteAddress().getAddress().getHostAddress().replaceFirst("%.*", "");
    }
}
