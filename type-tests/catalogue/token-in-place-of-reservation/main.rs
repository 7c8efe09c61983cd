include!("../prelude.rs");

pub fn run() {
    let token = make(1);
    put_unused_fd(token); //~ E0308
}
