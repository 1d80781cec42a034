package dev.mailcheck.dnsbl;

import dev.mailcheck.dnsbl.ListVerdict.Listed;
import dev.mailcheck.dnsbl.ListVerdict.NotAList;
import dev.mailcheck.dnsbl.ListVerdict.NotKnown;
import dev.mailcheck.dnsbl.ListVerdict.NotListed;
import dev.mailcheck.dnsbl.ListVerdict.Refused;
import dev.mailcheck.dnsbl.ListVerdict.UnknownCode;
import dev.mailcheck.net.IpLiteral;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Reads the addresses of a reply (RFC 5782, section 2.1). A false listing is worse than a missed
 * one: one address that is no list's, or says no, and the reply is not believed.
 */
final class ReplyReading {
    /**
     * What is never a listing: 127.0.0.1 (RFC 5782, section 5), and where lists put their errors.
     */
    private static final String NOBODY = "127.0.0.1";

    private static final String ERRORS = "127.255.255.";
    private static final String LOOPBACK = "127.";
    private static final String BITS = "127.0.0.";

    private ReplyReading() {}

    static ListVerdict of(BlockList list, ListReply reply) {
        if (reply.failure().isPresent()) {
            return new NotKnown(reply.failure().get().name());
        }
        if (reply.addresses().isEmpty()) {
            return new NotListed();
        }
        return first(reply, address -> !isLoopback(address))
                .<ListVerdict>map(NotAList::new)
                .or(() -> first(reply, address -> isRefusal(list, address)).map(Refused::new))
                .orElseGet(() -> listing(list, reply));
    }

    private static Optional<String> first(ListReply reply, Predicate<String> which) {
        return reply.addresses().stream().filter(which).findFirst();
    }

    private static boolean isLoopback(String address) {
        return address.startsWith(LOOPBACK) && IpLiteral.parse(address).isPresent();
    }

    private static boolean isRefusal(BlockList list, String address) {
        return address.equals(NOBODY)
                || address.startsWith(ERRORS)
                || list.errors().contains(address);
    }

    private static ListVerdict listing(BlockList list, ListReply reply) {
        List<ReturnCode> codes =
                reply.addresses().stream()
                        .flatMap(address -> codes(list, address))
                        .distinct()
                        .sorted(Comparator.comparing(ReturnCode::weight))
                        .toList();
        return codes.isEmpty() ? new UnknownCode(reply.addresses().getFirst()) : new Listed(codes);
    }

    private static Stream<ReturnCode> codes(BlockList list, String address) {
        if (list.codes().isEmpty()) {
            return Stream.of(
                    new ReturnCode(address, "", list.weight(), ListCause.LISTED_WITHOUT_CAUSE));
        }
        return list.codes().stream()
                .filter(code ->
                        list.bits() ? hasBit(address, code) : code.answer().equals(address));
    }

    private static boolean hasBit(String address, ReturnCode code) {
        return address.startsWith(BITS)
                && (Integer.parseInt(address.substring(BITS.length()))
                                & Integer.parseInt(code.answer()))
                        != 0;
    }
}
