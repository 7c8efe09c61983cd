include!("../prelude.rs");

pub fn run() {
    let token = make(1);
    eat(token);
}
