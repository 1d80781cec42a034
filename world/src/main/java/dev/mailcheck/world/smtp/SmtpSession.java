package dev.mailcheck.world.smtp;

import dev.mailcheck.world.net.Workers;
import dev.mailcheck.world.tls.TlsServer;

import java.io.IOException;
import java.net.Socket;
import java.util.function.Supplier;

/** One dialogue with one client: acts as stated, else sensibly. */
final class SmtpSession {
    private final SmtpHost host;
    private final Supplier<TlsServer> tls;
    private final Workers workers;
    private final SmtpSessionLog log;
    private final SmtpActs acts;
    private final SmtpAnswers answers;
    private SmtpWire wire;

    SmtpSession(
            SmtpHost host,
            Supplier<TlsServer> tls,
            Socket socket,
            Workers workers,
            SmtpSessionLog log)
            throws IOException {
        this.host = host;
        this.tls = tls;
        this.workers = workers;
        this.log = log;
        this.wire = SmtpWire.inClear(socket);
        this.acts = new SmtpActs(host.acts(), workers);
        this.answers = new SmtpAnswers(host);
    }

    void run() throws IOException {
        SmtpReply greeting = SmtpReply.of(220, host.name() + " ESMTP");
        boolean goesOn = acts.perform(SmtpStage.CONNECT, greeting, wire);
        answers.greeted(acts.said(SmtpStage.CONNECT).orElse(greeting));
        while (goesOn) {
            String line = wire.readLine();
            log.command(line);
            goesOn = perform(SmtpCommand.parse(line));
        }
        log.hostEnds();
        wire.close();
    }

    private boolean perform(SmtpCommand command) throws IOException {
        SmtpStage stage = SmtpStage.of(command.verb(), wire.encrypted());
        SmtpReply reply = answers.to(stage, command, wire.encrypted());
        boolean startsTls = stage == SmtpStage.STARTTLS && reply.code() == 220;
        if (startsTls && !host.acts().containsKey(stage)) {
            return startTls();
        }
        return acts.perform(stage, reply, wire) && stage != SmtpStage.QUIT;
    }

    private boolean startTls() throws IOException {
        return switch (host.startTls()) {
            case StartTls.NotOffered none -> true;
            case StartTls.Offered offered -> startTls(offered);
            case StartTls.Scripted scripted -> {
                SmtpTurn.goAhead(wire);
                scripted.peer().talk(wire.in(), wire.out());
                yield false;
            }
        };
    }

    private boolean startTls(StartTls.Offered offered) throws IOException {
        SmtpTurn turn = new SmtpTurn(offered.turn(), tls.get(), workers);
        wire = turn.take(wire);
        if (wire.encrypted()) {
            log.tls(wire.tlsVersion(), wire.cipherSuite());
            answers.forget();
        }
        return wire.encrypted();
    }
}
