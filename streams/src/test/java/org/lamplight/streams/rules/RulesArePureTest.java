package org.lamplight.streams.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class RulesArePureTest {
    private static final JavaClasses STREAMS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.lamplight.streams");

    @Test
    void shouldKeepKafkaOutOfRulesAndStatistics() {
        noClasses()
                .that()
                .resideInAnyPackage("..rules..", "..statistics..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "org.lamplight.streams.state..")
                .check(STREAMS);
    }

    @Test
    void shouldKnowNoOtherModuleThanSchemasAndAreas() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.lamplight.ingest..", "org.lamplight.sink..", "org.lamplight.local..")
                .check(STREAMS);
    }
}
