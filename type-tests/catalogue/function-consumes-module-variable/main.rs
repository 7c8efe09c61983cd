include!("../prelude.rs");

static TOKEN: std::sync::LazyLock<Token> = std::sync::LazyLock::new(|| make(7));

fn spend() {
    eat(*TOKEN); //~ E0507
}

pub fn run() {
    spend();
    spend();
}
