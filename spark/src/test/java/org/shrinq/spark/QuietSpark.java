package org.shrinq.spark;

import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Spark inside this process without its pages, reached by nobody else; the settings are gone afterwards. */
final class QuietSpark implements BeforeAllCallback, AfterAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
        System.setProperty("spark.ui.enabled", "false");
        System.setProperty("spark.driver.bindAddress", "127.0.0.1");
        System.setProperty("spark.driver.host", "127.0.0.1");
    }

    @Override
    public void afterAll(ExtensionContext context) {
        List.of("spark.ui.enabled", "spark.driver.bindAddress", "spark.driver.host")
                .forEach(System::clearProperty);
    }
}
