package org.lamplight.local.parts;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.bouncycastle.util.io.pem.PemWriter;

/**
 * A small certificate authority for the embedded broker's partner listener: its own key and certificate, and those that
 * it issues. All are PEM files that only their owner can read; the authority's certificate is what partners are given.
 */
public final class CertificateAuthority {
    private static final Duration LIFE = Duration.ofDays(3650);
    private static final Duration ISSUED_LIFE = Duration.ofDays(397);
    /** An issued certificate is renewed at the first start within this time of its end. */
    private static final Duration RENEWAL = Duration.ofDays(60);
    /** Clocks of partners may be behind ours. */
    private static final Duration SLACK = Duration.ofHours(1);

    private static final String KEY_FILE = "partners-ca.key";
    private static final String CERTIFICATE_FILE = "partners-ca.pem";
    private static final String SERVER_FILE = "partners-server.pem";
    private static final String KEY = "PRIVATE KEY";
    private static final String CERTIFICATE = "CERTIFICATE";

    private final Path directory;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final PrivateKey key;
    private final X509Certificate certificate;

    private CertificateAuthority(Path directory, Clock clock) throws IOException, GeneralSecurityException {
        this.directory = directory;
        this.clock = clock;
        if (!Files.exists(directory.resolve(CERTIFICATE_FILE))) {
            make();
        }
        this.key = readKey(directory.resolve(KEY_FILE));
        this.certificate = readCertificate(directory.resolve(CERTIFICATE_FILE));
    }

    /**
     * The authority whose files are in a directory; made when there is none yet.
     *
     * @throws StartException if it has expired or cannot be read or made
     */
    public static CertificateAuthority in(Path directory, Clock clock) {
        try {
            CertificateAuthority authority = new CertificateAuthority(directory, clock);
            authority.requireValid();
            return authority;
        } catch (IOException | GeneralSecurityException e) {
            throw new StartException("The certificate authority in " + directory + " cannot be read or made.", e);
        }
    }

    /** The authority's certificate, which whoever connects must trust. */
    public Path certificate() {
        return directory.resolve(CERTIFICATE_FILE);
    }

    /**
     * The broker's key and certificate, as Kafka wants them. Issued anew if there is none for this host or if it expires
     * soon.
     *
     * @param host the name or address by which partners connect
     */
    public Path server(String host) {
        Path file = directory.resolve(SERVER_FILE);
        try {
            if (!Files.exists(file) || !isGood(readCertificate(file), host)) {
                SecretFile.write(file, issue(host, KeyPurposeId.id_kp_serverAuth, names(host)));
            }
            return file;
        } catch (IOException | GeneralSecurityException e) {
            throw new StartException("The broker's certificate " + file + " cannot be read or made.", e);
        }
    }

    /** A new key and certificate for one who logs in by certificate: PEM text of both. */
    public String client(String principal) {
        try {
            return issue(principal, KeyPurposeId.id_kp_clientAuth, names(principal));
        } catch (IOException | GeneralSecurityException e) {
            throw new StartException("A certificate for " + principal + " cannot be made.", e);
        }
    }

    private void requireValid() {
        if (!certificate.getNotAfter().toInstant().isAfter(clock.instant())) {
            throw new StartException("The certificate authority of the partner listener, " + certificate()
                    + ", expired at " + certificate.getNotAfter().toInstant() + ". Remove "
                    + directory.resolve("partners-*")
                    + ", start again, and give partners the new " + CERTIFICATE_FILE + ".");
        }
    }

    private boolean isGood(X509Certificate issued, String host) throws GeneralSecurityException {
        return issued.getNotAfter().toInstant().isAfter(clock.instant().plus(RENEWAL))
                && issued.getIssuerX500Principal().equals(certificate.getSubjectX500Principal())
                && issued.getSubjectAlternativeNames() != null
                && issued.getSubjectAlternativeNames().stream()
                        .anyMatch(name -> name.get(1).equals(host));
    }

    private void make() throws IOException, GeneralSecurityException {
        KeyPair pair = newPair();
        // A number in the name tells a new authority from the one before, whose certificates it did not sign.
        X500Name name = name("Lamplight partners " + Long.toHexString(random.nextLong()));
        var builder = builder(name, name, pair, LIFE);
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            X509Certificate made = sign(builder, pair.getPrivate());
            SecretFile.write(
                    directory.resolve(KEY_FILE), pem(KEY, pair.getPrivate().getEncoded()));
            SecretFile.write(directory.resolve(CERTIFICATE_FILE), pem(CERTIFICATE, made.getEncoded()));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private String issue(String commonName, KeyPurposeId purpose, GeneralNames names)
            throws IOException, GeneralSecurityException {
        KeyPair pair = newPair();
        X500Name issuer =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        var builder = builder(issuer, name(commonName), pair, ISSUED_LIFE);
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
            builder.addExtension(Extension.subjectAlternativeName, false, names);
            X509Certificate issued = sign(builder, key);
            return pem(KEY, pair.getPrivate().getEncoded())
                    + pem(CERTIFICATE, issued.getEncoded())
                    + pem(CERTIFICATE, certificate.getEncoded());
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private JcaX509v3CertificateBuilder builder(X500Name issuer, X500Name subject, KeyPair pair, Duration life) {
        Instant now = clock.instant();
        return new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(127, random),
                Date.from(now.minus(SLACK)),
                Date.from(now.plus(life)),
                subject,
                pair.getPublic());
    }

    private static X509Certificate sign(JcaX509v3CertificateBuilder builder, PrivateKey key)
            throws OperatorCreationException, GeneralSecurityException {
        X509CertificateHolder signed = builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key));
        return new JcaX509CertificateConverter().getCertificate(signed);
    }

    private KeyPair newPair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        return generator.generateKeyPair();
    }

    private static X500Name name(String commonName) {
        return new X500NameBuilder().addRDN(BCStyle.CN, commonName).build();
    }

    private static GeneralNames names(String host) {
        boolean address = host.matches("[0-9.]+|.*:.*");
        return new GeneralNames(new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, host));
    }

    private static String pem(String type, byte[] content) throws IOException {
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            writer.writeObject(new PemObject(type, content));
        }
        return text.toString();
    }

    private static PrivateKey readKey(Path file) throws IOException, GeneralSecurityException {
        try (PemReader reader = new PemReader(Files.newBufferedReader(file))) {
            return KeyFactory.getInstance("EC")
                    .generatePrivate(
                            new PKCS8EncodedKeySpec(reader.readPemObject().getContent()));
        }
    }

    /** The first certificate of a file. */
    private static X509Certificate readCertificate(Path file) throws IOException, GeneralSecurityException {
        try (Reader text = Files.newBufferedReader(file);
                PEMParser parser = new PEMParser(text)) {
            for (Object object = parser.readObject(); object != null; object = parser.readObject()) {
                if (object instanceof X509CertificateHolder holder) {
                    return new JcaX509CertificateConverter().getCertificate(holder);
                }
            }
        }
        throw new GeneralSecurityException("There is no certificate in " + file + ".");
    }
}
