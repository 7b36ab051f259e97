package org.lamplight.local.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateAuthorityTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-03-01T09:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path directory;

    @Test
    void shouldIssueACertificateThatItsOwnVouchesFor() throws Exception {
        CertificateAuthority authority = CertificateAuthority.in(directory, NOW);

        X509Certificate server = first(authority.server("kafka.example"));

        server.verify(first(authority.certificate()).getPublicKey());
        assertThat(server.getSubjectAlternativeNames())
                .extracting(name -> (Object) name.get(1))
                .containsExactly("kafka.example");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(authority.server("kafka.example"))))
                .isEqualTo("rw-------");
    }

    @Test
    void shouldKeepACertificateUntilItIsDueAndThenRenewIt() throws Exception {
        X509Certificate first = first(CertificateAuthority.in(directory, NOW).server("127.0.0.1"));

        X509Certificate soon = first(
                CertificateAuthority.in(directory, after(Duration.ofDays(300))).server("127.0.0.1"));
        X509Certificate late = first(
                CertificateAuthority.in(directory, after(Duration.ofDays(350))).server("127.0.0.1"));

        assertThat(soon).isEqualTo(first);
        assertThat(late.getNotAfter()).isAfter(first.getNotAfter());
    }

    @Test
    void shouldIssueAnotherCertificateForAnotherHost() throws Exception {
        CertificateAuthority authority = CertificateAuthority.in(directory, NOW);
        X509Certificate first = first(authority.server("127.0.0.1"));

        X509Certificate other = first(authority.server("kafka.example"));

        assertThat(other).isNotEqualTo(first);
    }

    @Test
    void shouldSayWhatToDoWhenItHasExpiredItself() {
        CertificateAuthority.in(directory, NOW);

        assertThatThrownBy(() -> CertificateAuthority.in(directory, after(Duration.ofDays(3651))))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("partners-ca.pem, expired at 2036-")
                .hasMessageContaining("Remove " + directory.resolve("partners-*"));
    }

    private static Clock after(Duration time) {
        return Clock.offset(NOW, time);
    }

    private static X509Certificate first(Path pem) throws IOException, CertificateException {
        String text = Files.readString(pem);
        try (InputStream certificates = new ByteArrayInputStream(
                text.substring(text.indexOf("-----BEGIN CERTIFICATE")).getBytes(StandardCharsets.UTF_8))) {
            return (X509Certificate)
                    List.copyOf(CertificateFactory.getInstance("X.509").generateCertificates(certificates))
                            .get(0);
        }
    }
}
