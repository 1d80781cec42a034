package dev.mailcheck.world;

import dev.mailcheck.world.https.HttpsHost;
import dev.mailcheck.world.https.HttpsLog;
import dev.mailcheck.world.https.HttpsServer;
import dev.mailcheck.world.net.Workers;
import dev.mailcheck.world.smtp.SmtpHost;
import dev.mailcheck.world.smtp.SmtpLog;
import dev.mailcheck.world.smtp.SmtpServer;

import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The mail and HTTPS servers of a world, each started when it is first asked for. */
final class Servers implements AutoCloseable {
    private final WorldPlan plan;
    private final Workers workers;
    private final Map<InetAddress, SmtpServer> smtp = new HashMap<>();
    private final Map<InetAddress, SmtpLog> smtpLogs = new HashMap<>();
    private final Map<InetAddress, HttpsServer> https = new HashMap<>();
    private final Map<InetAddress, HttpsLog> httpsLogs = new HashMap<>();
    private final SmtpLog interceptorLog = new SmtpLog();
    private @Nullable SmtpServer interceptor;

    Servers(WorldPlan plan, Workers workers) {
        this.plan = plan;
        this.workers = workers;
    }

    boolean existAt(InetAddress published) {
        return plan.smtpHosts().containsKey(published) || plan.httpsHosts().containsKey(published);
    }

    synchronized Optional<InetSocketAddress> smtp(InetAddress published) {
        return Optional.ofNullable(plan.smtpHosts().get(published))
                .map(host -> smtp.computeIfAbsent(published, a -> start(host, smtpLog(a))))
                .map(SmtpServer::address);
    }

    synchronized Optional<InetSocketAddress> https(InetAddress published) {
        return Optional.ofNullable(plan.httpsHosts().get(published))
                .map(host -> https.computeIfAbsent(published, a -> start(host, httpsLog(a))))
                .map(HttpsServer::address);
    }

    synchronized InetSocketAddress interceptor(SmtpHost host) {
        if (interceptor == null) {
            interceptor = start(host, interceptorLog);
        }
        return interceptor.address();
    }

    SmtpLog interceptorLog() {
        return interceptorLog;
    }

    private SmtpServer start(SmtpHost host, SmtpLog log) {
        return new SmtpServer(host, plan.ca(), workers, log).start();
    }

    private HttpsServer start(HttpsHost host, HttpsLog log) {
        return new HttpsServer(host, plan.ca(), workers, log).start();
    }

    synchronized SmtpLog smtpLog(InetAddress published) {
        return smtpLogs.computeIfAbsent(published, a -> new SmtpLog());
    }

    synchronized HttpsLog httpsLog(InetAddress published) {
        return httpsLogs.computeIfAbsent(published, a -> new HttpsLog());
    }

    @Override
    public synchronized void close() {
        smtp.values().forEach(SmtpServer::close);
        https.values().forEach(HttpsServer::close);
        if (interceptor != null) {
            interceptor.close();
        }
    }
}
