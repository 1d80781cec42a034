package dev.mailcheck.probe;

import dev.mailcheck.net.Deadline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How much one check may ask of others: six sessions an address and thirty in all, and no more at
 * once than {@link Port25} has seats for.
 */
final class Manners {
    static final int PER_ADDRESS = 6;
    static final int PER_CHECK = 30;

    private final Deadline deadline;
    private final Map<String, Integer> quotas;
    private final Port25 port25;

    /**
     * Shares the sessions out: one for each server first, then one more for each address in turn.
     */
    Manners(Deadline deadline, Port25 port25, List<MailServer> servers) {
        this.deadline = deadline;
        this.port25 = port25;
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

    /** Does it when it is this server's turn; nothing where the turn never comes. */
    <T> Optional<T> inTurn(MailServer server, Supplier<T> session) {
        return port25.inTurn(server, deadline, session);
    }
}
