package dev.mailcheck.spf;

/**
 * The arguments of check_host() (RFC 7208, section 4.1).
 *
 * @param helo as the client gave it, whatever it is
 * @param mailFrom the reverse-path without angle brackets; empty for the null sender, whose policy
 *     is that of the HELO name
 */
public record SpfQuery(IpAddress clientIp, String helo, String mailFrom) {
    public SpfQuery {
        clientIp = clientIp.unmapped();
    }
}
