include!("../prelude.rs");

struct Connection;
impl Connection {
    fn close(self) {}
}
impl Drop for Connection {
    fn drop(&mut self) {}
}

fn discard(connection: Connection) {
    drop(connection);
}

pub fn run() {
    let connection = Connection;
    connection.close();
    discard(connection); //~ E0382
}
