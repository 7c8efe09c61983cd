include!("../prelude.rs");

struct Fake;
impl Fake {
    fn reserved_fd(&self) -> u32 {
        3
    }
}
impl Drop for Fake {
    fn drop(&mut self) {}
}

pub fn run() {
    let fake = Fake;
    put_unused_fd(fake); //~ E0308
}
