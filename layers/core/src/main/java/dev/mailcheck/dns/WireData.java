package dev.mailcheck.dns;

import dev.mailcheck.net.IpLiteral;

import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.DSRecord;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.SPFRecord;
import org.xbill.DNS.TLSARecord;
import org.xbill.DNS.TXTRecord;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** The data of a record of dnsjava in the form of {@link DnsRecord#data}. */
final class WireData {
    private WireData() {}

    static String of(Record read) {
        return switch (read) {
            case ARecord a -> IpLiteral.text(a.getAddress());
            case AAAARecord aaaa -> IpLiteral.text(aaaa.getAddress());
            case MXRecord mx -> mx.getPriority() + " " + name(mx.getTarget());
            case CNAMERecord cname -> name(cname.getTarget());
            case NSRecord ns -> name(ns.getTarget());
            case PTRRecord ptr -> name(ptr.getTarget());
            case TXTRecord txt -> joined(txt.getStringsAsByteArrays());
            case SPFRecord spf -> joined(spf.getStringsAsByteArrays());
            case SOARecord soa -> soa(soa);
            case TLSARecord tlsa -> tlsa(tlsa);
            case DSRecord ds -> ds(ds);
            case DNSKEYRecord key -> dnskey(key);
            default -> read.rdataToString();
        };
    }

    /** A name in the form of {@link WireName}, the root as a dot. */
    private static String name(Name name) {
        return WireName.text(name);
    }

    private static String joined(List<byte[]> strings) {
        return strings.stream()
                .map(string -> new String(string, StandardCharsets.ISO_8859_1))
                .collect(Collectors.joining());
    }

    private static String soa(SOARecord soa) {
        return name(soa.getHost())
                + " "
                + name(soa.getAdmin())
                + " "
                + soa.getSerial()
                + " "
                + soa.getRefresh()
                + " "
                + soa.getRetry()
                + " "
                + soa.getExpire()
                + " "
                + soa.getMinimum();
    }

    private static String tlsa(TLSARecord tlsa) {
        return tlsa.getCertificateUsage()
                + " "
                + tlsa.getSelector()
                + " "
                + tlsa.getMatchingType()
                + " "
                + HexFormat.of().formatHex(tlsa.getCertificateAssociationData());
    }

    private static String ds(DSRecord ds) {
        return ds.getFootprint()
                + " "
                + ds.getAlgorithm()
                + " "
                + ds.getDigestID()
                + " "
                + HexFormat.of().formatHex(ds.getDigest());
    }

    private static String dnskey(DNSKEYRecord key) {
        return key.getFlags()
                + " "
                + key.getProtocol()
                + " "
                + key.getAlgorithm()
                + " "
                + Base64.getEncoder().encodeToString(key.getKey());
    }
}
