package dev.mailcheck.probe;

import dev.mailcheck.dns.DnsName;
import dev.mailcheck.net.Deadline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * How much one check may ask of others: six sessions an address and thirty in all, six at once of
 * one operator. Hosts under one domain name count as one operator's. That no address has more than
 * two at once is {@link SmtpTour}'s part.
 */
final class Manners {
    static final int PER_ADDRESS = 6;
    static final int PER_CHECK = 30;
    private static final int PER_OPERATOR = 6;

    private final Deadline deadline;
    private final Map<String, Integer> quotas;
    private final ConcurrentMap<String, Semaphore> seats = new ConcurrentHashMap<>();

    /**
     * Shares the sessions out: one for each server first, then one more for each address in turn.
     */
    Manners(Deadline deadline, List<MailServer> servers) {
        this.deadline = deadline;
        this.quotas = shares(servers.stream().map(MailServer::address).toList());
    }

    private static Map<String, Integer> shares(List<String> addresses) {
        Map<String, Integer> shares = new LinkedHashMap<>();
        int left = PER_CHECK;
        for (int round = 0; round < PER_ADDRESS; round++) {
            for (String address : round == 0 ? addresses : List.copyOf(shares.keySet())) {
                int share = shares.getOrDefault(address, 0);
                if (left > 0 && share < PER_ADDRESS) {
                    shares.put(address, share + 1);
                    left--;
                }
            }
        }
        return Map.copyOf(shares);
    }

    /** How many sessions this address may have in all. */
    int quota(String address) {
        return quotas.getOrDefault(address, 0);
    }

    /** Does it when it is this operator's turn; nothing where the turn never comes. */
    <T> Optional<T> inTurn(MailServer server, Supplier<T> session) {
        Semaphore seat =
                seats.computeIfAbsent(
                        operatorOf(server.host()), o -> new Semaphore(PER_OPERATOR, true));
        try {
            if (!seat.tryAcquire(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return Optional.of(session.get());
        } finally {
            seat.release();
        }
    }

    /**
     * The last two labels: too few under "co.uk", where strangers then share one operator's share,
     * which harms nobody.
     */
    private static String operatorOf(String host) {
        return DnsName.parse(host).map(name -> name.rightmost(2).text()).orElse(host);
    }
}
