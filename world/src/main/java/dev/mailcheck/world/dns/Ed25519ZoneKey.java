package dev.mailcheck.world.dns;

import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.Name;

/** Ed25519 for DNSSEC (RFC 8080). */
record Ed25519ZoneKey(DNSKEYRecord dnskey, Ed25519PrivateKeyParameters privateKey)
        implements ZoneKey {
    static Ed25519ZoneKey of(Name origin, byte[] seed) {
        Ed25519PrivateKeyParameters key = new Ed25519PrivateKeyParameters(seed, 0);
        byte[] encoded = key.generatePublicKey().getEncoded();
        return new Ed25519ZoneKey(Dnskeys.of(origin, SigningAlgorithm.ED25519, encoded), key);
    }

    @Override
    public byte[] sign(byte[] data) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, privateKey);
        signer.update(data, 0, data.length);
        return signer.generateSignature();
    }
}
