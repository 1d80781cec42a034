package dev.mailcheck.world.dns;

import dev.mailcheck.world.key.Seeds;

import org.bouncycastle.crypto.params.Ed448PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed448Signer;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.Name;

import java.nio.ByteBuffer;

/** Ed448 for DNSSEC (RFC 8080). */
record Ed448ZoneKey(DNSKEYRecord dnskey, Ed448PrivateKeyParameters privateKey) implements ZoneKey {
    static Ed448ZoneKey of(Name origin, byte[] seed) {
        byte[] longer =
                ByteBuffer.allocate(2 * seed.length).put(seed).put(Seeds.sha256(seed)).array();
        Ed448PrivateKeyParameters key = new Ed448PrivateKeyParameters(longer, 0);
        byte[] encoded = key.generatePublicKey().getEncoded();
        return new Ed448ZoneKey(Dnskeys.of(origin, SigningAlgorithm.ED448, encoded), key);
    }

    @Override
    public byte[] sign(byte[] data) {
        Ed448Signer signer = new Ed448Signer(new byte[0]);
        signer.init(true, privateKey);
        signer.update(data, 0, data.length);
        return signer.generateSignature();
    }
}
